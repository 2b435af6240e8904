#!/usr/bin/env bash
# Installs what is missing: `setup.sh build` for the page, `setup.sh test` for the tests as well.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source scripts/apt.sh
source scripts/rust.sh
source scripts/node.sh
source scripts/browser.sh
source scripts/nginx.sh

say "检查所需工具"
require_rust
require_npm_packages
require_wasm_toolchain
if [[ "${1:-build}" == test ]]; then
  require_rust_checks
  require_browser
  require_nginx
fi
