//! The build steps that cargo and Vite do not do.
//!
//! `cargo run -p xtask -- help` lists them. They expect `scripts/setup.sh` to have run, which
//! installs what they need and records the toolchain for wasm.

#![forbid(unsafe_code)]

mod bench;
mod bindings;
mod browser_tests;
mod catalogue;
mod css;
mod instructions;
mod names;
mod optimise;
mod page;
mod paths;
mod programs;
mod record;
mod size;
mod split;
mod stamp;
mod toolchain;
mod wasm;
mod work;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::wasm::Profile;

const HELP: &str = "\
用法：cargo run -p xtask -- 步骤
  parts [--dev]   编译 wasm、生成绑定和预渲染的目录，输出到 target/web（--dev 更快，不做体积优化）
  page            编译 wasm 并打包网页，输出到 dist
  browser-tests   编译 tests/browser.rs 并在 Chromium 中运行
  size            网页首次打开有多大，wasm 由什么组成（写入 docs/size.tsv）
  instructions    数引擎的指令，比记录多 5% 以上就报错（--record 写入 docs/instructions.tsv）
  bench 文件      各工具的用时（每行一个工具）和引擎的用时，列成表
  work            在 Chromium 中量引擎的用时，编译方式与网页相同
  css-check       检查样式表：不得有 Chromium 80 不认识的写法
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("错误：{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result<()> {
    match args {
        ["parts"] => page::parts(Profile::Release),
        ["parts", "--dev"] => page::parts(Profile::Dev),
        ["page"] => page::build(),
        ["browser-tests"] => browser_tests::run(),
        ["size"] => size::report(),
        ["instructions"] => instructions::check(),
        ["instructions", "--record"] => instructions::keep(),
        ["bench", tools] => bench::print(tools),
        ["work"] => work::measure(),
        ["css-check"] => css::check_all(),
        ["help" | "--help"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => bail!("不认识的步骤：{}\n{HELP}", args.join(" ")),
    }
}
