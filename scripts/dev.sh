#!/usr/bin/env bash
# A server that builds again whenever a file is saved, until Ctrl-C.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

scripts/setup.sh build
exec node node_modules/vite/bin/vite.js --host 127.0.0.1 --port "${PORT:-5173}" --strictPort
