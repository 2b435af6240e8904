#!/usr/bin/env bash
# Measures the engine, and SCREEN (fourteen programs) in other tools, each first checked on the same
# random enterprises; ends with the tables. Anything else that runs here makes them wrong.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source scripts/apt.sh
source scripts/rust.sh
source scripts/node.sh

readonly ENTERPRISES="${ENTERPRISES:-10000}"
readonly OUT="$PWD/target/peers"
readonly CASES="$OUT/cases.jsonl" TOOLS="$OUT/tools.tsv" SAID="$OUT/differences.log"
readonly SCREENED=100000
readonly POLICY=target/release/policy PYTHON="$OUT/python/bin/python"

# Installs OpenFisca in a folder of its own, unless it is there.
require_openfisca() {
  local wanted=benches/peers/openfisca/requirements.txt stamp="$OUT/python/.installed"
  cmp --silent "$wanted" "$stamp" && return
  say "安装 OpenFisca"
  python3 -c 'import ensurepip' 2>/dev/null || apt_install python3 python3-venv
  python3 -m venv "$OUT/python" && "$PYTHON" -m pip install --quiet --requirement "$wanted" ||
    die "OpenFisca 安装失败，请检查网络后重试。" "make bench"
  cp "$wanted" "$stamp"
}

# measure COMMAND…: what a tool prints; its differences are told in a file.
measure() {
  "$@" "$CASES" 2>>"$SAID" | tee -a "$TOOLS"
}

mkdir -p "$OUT"
require_rust
require_npm_packages
require_packages benches/peers/js
require_openfisca

say "构建"
readonly RUST="$OUT/rust"
cargo build --release --locked --manifest-path benches/peers/rust/Cargo.toml --target-dir "$RUST"
cargo build --profile bench --package policy-cli
cargo run --quiet --release --package policy-benches --example cases "$ENTERPRISES" >"$CASES"

say "引擎"
cargo bench --quiet --package policy-benches

say "各工具（$ENTERPRISES 家企业）"
rm -f "$TOOLS" "$SAID"
for tool in ours fen zen cel; do
  measure "$RUST/release/peer-$tool"
done
for tool in json-logic publicodes; do
  measure node "benches/peers/js/$tool.mjs"
done
measure "$PYTHON" -B benches/peers/openfisca/screen.py

say "表格到表格（$SCREENED 家企业，policy screen）"
cargo run --quiet --profile bench --package policy-benches --example table "$SCREENED" >"$OUT/enterprises.csv"
mapfile -t only < <(cargo run --quiet --profile bench --package policy-benches --example table)
for _ in 1 2 3; do
  began=$(date +%s%N)
  "$POLICY" screen "$OUT/enterprises.csv" --on 2026-11-21 "${only[@]/#/--only=}" >"$OUT/screened.csv"
  echo "$((SCREENED * 1000000000 / ($(date +%s%N) - began)))"
done | sort -n | tail -1 | sed 's/$/ 家每秒/'

say "与应得金额不同的结果：${SAID#"$PWD"/}"
grep -E 'differ|trap|hours:' "$SAID" || true
say "结果"
xtask bench "$TOOLS"
