#!/usr/bin/env bash
# Changes the engine in one place after the other, and sees whether a test notices.
#
# First with the tests of the engine, which are quickly built; what they let pass then with the worked
# cases too. SHARD=0/8 tries one part alone. What was not noticed is in target/mutants/;
# docs/mutants.md holds the last result with the reasons.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly JOBS="${JOBS:-2}"
# A change that makes a test run on: many times what the tests take.
readonly TIMEOUT_SECONDS="${TIMEOUT_SECONDS:-20}"
readonly OUT=target/mutants

if ! cargo mutants --version >/dev/null 2>&1; then
  say "安装 cargo-mutants"
  cargo install cargo-mutants --locked
fi

options=(--package policy-engine --features policy-engine/author --output "$OUT" --jobs "$JOBS" --timeout "$TIMEOUT_SECONDS")
if [[ -n "${SHARD:-}" ]]; then
  options+=(--shard "$SHARD")
fi

# try NAME OPTION…: 2 means that some were missed, 3 that some ran out of time; both are results.
try() {
  say "$1"
  shift
  cargo mutants "${options[@]}" "$@" || [[ $? == [23] ]]
}

rm -rf "$OUT"
mkdir -p "$OUT"
try "用引擎自己的测试" --test-package policy-engine -- --lib --tests
first="$(mktemp -d)"
trap 'rm -rf "$first"' EXIT
cp "$OUT"/mutants.out/*.txt "$first"
try "漏过的，再用各政策的算例" --test-package policy-wording --iterate

count() { cat "$@" 2>/dev/null | sort -u | wc -l; }
now="$OUT/mutants.out"
say "发现 $(count {"$first","$now"}/caught.txt)，运行超时 $(count "$now/timeout.txt")，漏过 $(count "$now/missed.txt")，不能编译 $(count {"$first","$now"}/unviable.txt)"
cat "$now/missed.txt"
