#!/usr/bin/env bash
# Builds the page and serves it, until Ctrl-C.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

port="${PORT:-8080}"
[[ "$port" =~ ^[0-9]+$ ]] && ((port >= 1 && port <= 65535)) || die "PORT=$port 不是端口号（1 到 65535）。" "PORT=8081 make serve"
if (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
  die "端口 $port 已被占用。" "PORT=$((port < 65535 ? port + 1 : 8081)) make serve"
fi
scripts/build.sh
say "网页地址：http://127.0.0.1:$port （按 Ctrl-C 停止）"
exec node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port "$port" --strictPort
