#!/usr/bin/env bash
# Has Lighthouse judge the built page. It has packages of its own, which nothing else needs.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

if [[ ! -d audit/node_modules ]]; then
  say "安装 Lighthouse"
  npm ci --prefix audit --no-audit --no-fund
fi
node audit/lighthouse.mjs
