# shellcheck shell=bash
# What the scripts share. To be sourced; moves to the workspace's root.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Says what is being done.
say() {
  printf '==> %s\n' "$*"
}

# Says what is wrong and what the person is to do, and stops.
die() {
  printf '错误：%s\n' "$1" >&2
  shift
  (($# == 0)) || printf '请运行：\n' >&2
  (($# == 0)) || printf '  %s\n' "$@" >&2
  exit 1
}

have() {
  command -v "$1" >/dev/null 2>&1
}

# at_least HAVE WANT: compares two versions.
at_least() {
  [[ "$(printf '%s\n' "$2" "$1" | sort -V | head -n 1)" == "$2" ]]
}

# Runs a step of the xtask.
xtask() {
  cargo run --quiet --package xtask -- "$@"
}
