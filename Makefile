# 惠企政策自测：make help 列出可用的命令。

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup build serve dev test browsers fuzz audit mutants screenshots lighthouse size instructions bench bench-page clean

help: ## 列出可用的命令
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */  make \1\t/'

setup: ## 安装缺少的工具（构建和测试所需）
	@scripts/setup.sh test

build: ## 构建网页到 dist
	@scripts/build.sh

serve: ## 构建网页并在 http://127.0.0.1:8080 提供（PORT=… 换端口）
	@scripts/serve.sh

dev: ## 开发服务器，保存即重新构建（PORT=… 换端口，默认 5173）
	@scripts/dev.sh

test: ## 全部检查与测试，最后一行是合计
	@scripts/test.sh

browsers: ## 在 Chromium、Firefox ESR、WebKitGTK 和 Chromium 80 中走一遍主要流程
	@scripts/browsers.sh

fuzz: ## 用随机输入攻击每个读取外来内容的地方（各十分钟；SECONDS_EACH=60 缩短，TARGET=… 只做一项）
	@scripts/fuzz.sh

audit: ## 核对依赖的许可证、来源和已知漏洞（查不到的会列明）
	@scripts/audit.sh

mutants: ## 逐处改动引擎，看测试能否发现（一两个小时；SHARD=0/8 只做一份）
	@scripts/mutants.sh

screenshots: build ## 重拍 README 的截图，并把各主要状态拍到 target/screenshots
	@node node_modules/@playwright/test/cli.js test --config playwright.screenshots.config.ts

lighthouse: build ## Lighthouse 对网页的评分（无障碍、最佳实践、SEO 都须满分）
	@scripts/lighthouse.sh

size: build ## 网页首次打开有多大，wasm 由什么组成（写入 docs/size.tsv）
	@scripts/size.sh

instructions: ## 数引擎的指令，比 docs/instructions.tsv 多 5% 以上就报错（RECORD=1 改为写入）
	@scripts/instructions.sh

bench: ## 引擎有多快，与其他工具相比（需安静的机器，约半小时）
	@scripts/bench.sh

bench-page: build ## 网页打开和输入有多快，与 React + publicodes 相比（需安静的机器，约十分钟）
	@scripts/bench-page.sh

clean: ## 删除构建结果和 npm 包
	rm -rf target dist node_modules audit/node_modules browsers/node_modules benches/peers/*/node_modules test-results playwright-report
