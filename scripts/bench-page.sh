#!/usr/bin/env bash
# Measures the built page in Chromium beside React + publicodes and a page without scripts. Anything else
# that runs here makes the times wrong. ROUNDS=3 for fewer than seven rounds.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source scripts/apt.sh
source scripts/browser.sh
source scripts/node.sh

readonly PAGE=benches/peers/page OUT=target/peers

require_browser
require_packages "$PAGE"
say "构建 React + publicodes 的网页和没有脚本的网页"
node node_modules/vite/bin/vite.js build "$PAGE" --logLevel warn
rm -rf "$OUT/static"
node "$PAGE/static.mjs" dist "$OUT/static"
for folder in page static; do
  node scripts/compress.mjs "$OUT/$folder"
done
say "测量"
node "$PAGE/measure.mjs"
say "引擎在 Chromium 中的用时，以微秒计"
xtask work
