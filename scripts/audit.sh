#!/usr/bin/env bash
# Checks what the product is built from: licences, sources, known vulnerabilities.
#
# What cannot be looked up from here (a database or an address of the registry that is out of reach) is
# named at the end and is no failure; ALL=1 makes it one.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly ADVISORIES=https://github.com/RustSec/advisory-db
readonly REACH_SECONDS=30

passed=() failed=() unknown=()

# check NAME COMMAND…
check() {
  local name="$1"
  shift
  say "$name"
  if "$@"; then passed+=("$name"); else failed+=("$name"); fi
}

# Known vulnerabilities of the packages in a folder's lock file.
audit_npm() {
  local folder="$1" name="npm 漏洞（$1）" found status=0
  say "$name"
  found="$(cd "$folder" && npm audit --package-lock-only --json 2>/dev/null)" || true
  # shellcheck disable=SC2016 # JavaScript
  node -e '
    const found = JSON.parse(process.argv[1] || "{}");
    if (found.metadata === undefined) {
      console.log(found.message ?? "no answer");
      process.exit(2);
    }
    for (const [name, { severity, range }] of Object.entries(found.vulnerabilities)) {
      console.log(`${name} ${range}: ${severity}`);
    }
    process.exit(found.metadata.vulnerabilities.total > 0 ? 1 : 0);
  ' "$found" || status=$?
  case "$status" in
    0) passed+=("$name") ;;
    2) unknown+=("$name") ;;
    *) failed+=("$name") ;;
  esac
}

# Every npm package comes from the registry, and is known by its hash or came in the archive of one that is.
npm_sources() {
  # shellcheck disable=SC2016 # JavaScript
  node -e '
    const bad = process.argv.slice(1).flatMap((file) =>
      Object.entries(require(file).packages).filter(([path, { resolved = "https://registry.npmjs.org/", integrity = "", inBundle }]) =>
        path !== "" && !inBundle && !(resolved.startsWith("https://registry.npmjs.org/") && integrity.startsWith("sha512-")),
      ).map(([path]) => `${file}: ${path}`),
    );
    bad.forEach((line) => console.log(line));
    process.exit(bad.length > 0 ? 1 : 0);
  ' "${@/#/$PWD/}"
}

if ! cargo deny --version >/dev/null 2>&1; then
  say "安装 cargo-deny"
  cargo install cargo-deny --locked
fi

# The product, and what fuzzes it.
for manifest in Cargo.toml fuzz/Cargo.toml; do
  check "许可证与来源（$manifest）" cargo deny --manifest-path "$manifest" --config "$PWD/deny.toml" check licenses bans sources
done
if GIT_TERMINAL_PROMPT=0 timeout "$REACH_SECONDS" git ls-remote "$ADVISORIES" HEAD >/dev/null 2>&1; then
  for manifest in Cargo.toml fuzz/Cargo.toml; do
    check "Rust 漏洞（$manifest）" cargo deny --manifest-path "$manifest" --config "$PWD/deny.toml" check advisories
  done
else
  unknown+=("Rust 漏洞（连不上 $ADVISORIES）")
fi

check "npm 来源" npm_sources package-lock.json audit/package-lock.json browsers/package-lock.json benches/peers/{js,page}/package-lock.json
for folder in . audit browsers benches/peers/{js,page}; do
  audit_npm "$folder"
done

list() { (($# == 0)) || printf '  %s\n' "$@"; }
say "已核对，没有问题：${#passed[@]}"
list "${passed[@]}"
say "未能核对（这里连不上，不等于没有问题）：${#unknown[@]}"
list "${unknown[@]}"
say "有问题：${#failed[@]}"
list "${failed[@]}"
((${#failed[@]} == 0)) && { [[ -z "${ALL:-}" ]] || ((${#unknown[@]} == 0)); }
