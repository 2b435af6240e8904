#!/usr/bin/env bash
# Builds the page and serves it, until Ctrl-C.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

port="${PORT:-8080}"
scripts/build.sh
say "网页地址：http://127.0.0.1:$port （按 Ctrl-C 停止）"
exec node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port "$port" --strictPort
