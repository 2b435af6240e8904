#!/usr/bin/env bash
# Changes the engine in one place after the other and looks whether a test notices.
#
# SHARD=0/8 tries one eighth; without it all shards run one after the other (some hours). What no test
# noticed is collected in target/mutants/; docs/mutants.md holds the last result with the reasons.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly SHARDS=8
readonly JOBS="${JOBS:-2}"

if ! cargo mutants --version >/dev/null 2>&1; then
  echo "==> 安装 cargo-mutants"
  cargo install cargo-mutants --locked
fi

run() {
  local shard="$1" out="target/mutants/${1%/*}"
  mkdir -p "$out"
  echo "==> 第 $shard 份"
  # 2: some were missed, 3: some ran out of time; both are results.
  cargo mutants --package policy-engine --test-package policy-engine,policy-wording --timeout=40 --shard "$shard" --jobs "$JOBS" --output "$out" || [[ $? == [23] ]]
}

if [[ -n "${SHARD:-}" ]]; then
  run "$SHARD"
else
  for ((index = 0; index < SHARDS; index++)); do
    run "$index/$SHARDS"
  done
fi

count() { cat target/mutants/*/mutants.out/"$1".txt 2>/dev/null | wc -l; }
echo "发现 $(($(count caught) + $(count timeout)))，漏过 $(count missed)，不能编译 $(count unviable)"
cat target/mutants/*/mutants.out/missed.txt
