#!/usr/bin/env bash
# Runs every check and every test, whatever fails, and ends with the sum: `N passed, N failed`.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

passed=0
failed=0
log="$(mktemp)"
trap 'rm -f "$log"' EXIT

# run NAME COMMAND…: runs a step, shows its output and keeps it in the log.
run() {
  local name="$1" started="$SECONDS" status=0
  shift
  say "$name"
  "$@" 2>&1 | tee "$log" || status="${PIPESTATUS[0]}"
  if ((status == 0)); then
    say "$name：完成（$((SECONDS - started)) 秒）"
  else
    say "$name：失败（$((SECONDS - started)) 秒，退出码 $status）"
  fi
  return "$status"
}

# check NAME COMMAND…: a step that counts as one.
check() {
  if run "$@"; then
    ((passed += 1))
  else
    ((failed += 1))
  fi
}

# runner COUNT NAME COMMAND…: a step that counts its own tests. COUNT prints `passed failed`.
#
# A runner that fails without naming a failure, or that ran nothing, counts as one failure.
runner() {
  local count="$1" status=0 good bad
  shift
  run "$@" || status=$?
  read -r good bad < <("$count") || true
  good="${good:-0}" bad="${bad:-0}"
  if ((bad == 0 && (status != 0 || good == 0))); then
    bad=1
  fi
  ((passed += good)) || true
  ((failed += bad)) || true
}

count_cargo() {
  awk '/^test result:/ { good += $4; bad += $6 } END { print good + 0, bad + 0 }' "$log"
}

count_wasm() {
  awk '/^wasm tests:/ { print $3, $5 }' "$log"
}

readonly E2E_REPORT=test-results/e2e.json

count_e2e() {
  [[ -f "$E2E_REPORT" ]] || return 0
  # shellcheck disable=SC2016 # JavaScript
  node --print '
    const { stats, errors } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    `${stats.expected} ${stats.unexpected + stats.flaky + errors.length}`
  ' "$E2E_REPORT"
}

sum_up() {
  printf '%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0))
}

if ! scripts/setup.sh test; then
  failed=1
  sum_up
fi

check "格式检查（cargo fmt）" cargo fmt --all --check
check "静态检查（clippy）" cargo clippy --quiet --workspace --all-targets -- -D warnings
runner count_cargo "本机测试（cargo test）" cargo test --quiet --workspace --no-fail-fast
check "构建网页" xtask page
check "样式表检查（Chromium 80）" xtask css-check
check "类型检查（tsc）" node node_modules/typescript/bin/tsc --project .
check "类型检查（tsc，service worker）" node node_modules/typescript/bin/tsc --project page/worker
runner count_wasm "浏览器中的 wasm 测试" xtask browser-tests
rm -f "$E2E_REPORT"
runner count_e2e "端到端测试（Playwright）" node node_modules/@playwright/test/cli.js test

sum_up
