#!/usr/bin/env bash
# Fuzzes every parser that takes outside input; fails on a finding.
#
# SECONDS_EACH=60 for less than ten minutes each; TARGET=kept for one alone. What was tried lasts in
# target/fuzz/corpus; what was found is in target/fuzz/artifacts, to be put among the seeds
# (fuzz/seeds/TARGET) once it is understood: `make test` tries them all.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly SECONDS_EACH="${SECONDS_EACH:-600}"
readonly LONGEST=16384
# A finding too: an input that takes so long, or so much memory.
readonly TIMEOUT_SECONDS=25
readonly MEMORY_MB=4096

if ! cargo fuzz --version >/dev/null 2>&1; then
  say "安装 cargo-fuzz"
  cargo install cargo-fuzz --locked
fi

# No sanitizer: the product has no unsafe code. So any compiler does, where it may use what is new.
export RUSTC_BOOTSTRAP=1
readonly TRIPLE="$(rustc -vV | sed -n 's/^host: //p')"
readonly OUT="$PWD/target/fuzz"
readonly OPTIONS=(--sanitizer none --target "$TRIPLE" --target-dir "$OUT/build")

say "构建"
cargo fuzz build "${OPTIONS[@]}"

failed=()
for seeds in fuzz/seeds/*/; do
  target="$(basename "$seeds")"
  [[ -z "${TARGET:-}" || "$TARGET" == "$target" ]] || continue
  say "$target（$SECONDS_EACH 秒）"
  corpus="$OUT/corpus/$target" found="$OUT/artifacts/$target"
  mkdir -p "$corpus" "$found"
  "$OUT/build/$TRIPLE/release/$target" "$corpus" "$PWD/$seeds" \
    "-max_total_time=$SECONDS_EACH" "-max_len=$LONGEST" "-timeout=$TIMEOUT_SECONDS" \
    "-rss_limit_mb=$MEMORY_MB" "-artifact_prefix=$found/" -print_final_stats=1 \
    >"$OUT/$target.log" 2>&1 || failed+=("$target")
  grep -E 'panicked|ERROR|Test unit written|stat::number_of_executed_units|^Done' "$OUT/$target.log" || true
done

if ((${#failed[@]} > 0)); then
  die "有发现：${failed[*]}，见 target/fuzz/*.log 与 target/fuzz/artifacts"
fi
say "没有发现"
