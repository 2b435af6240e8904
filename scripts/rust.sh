# shellcheck shell=bash
# The Rust toolchains: the native one, and the one that compiles to wasm. To be sourced.

# The oldest compiler that builds the workspace.
readonly OLDEST_RUST=1.95.0

# Where the choice is recorded for the xtask: xtask/src/toolchain.rs.
readonly WASM_TOOLCHAIN=target/web/toolchain

# How long rustup may try the network.
readonly RUSTUP_SECONDS=180

rust_version() {
  "$1" --version | cut -d ' ' -f 2 | cut -d - -f 1
}

# Checks the native toolchain.
require_rust() {
  if ! have cargo || ! have rustc; then
    die "没有找到 Rust（cargo、rustc），请先安装 Rust $OLDEST_RUST 或更高版本（例如用 rustup）。"
  fi
  local version
  version="$(rust_version rustc)"
  at_least "$version" "$OLDEST_RUST" ||
    die "Rust $version 太旧，需要 $OLDEST_RUST 或更高版本。" "rustup update stable"
  have cc || apt_install gcc libc6-dev
}

# Installs rustfmt and clippy for the native toolchain.
require_rust_checks() {
  if cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1; then
    return
  fi
  local command=(rustup component add rustfmt clippy)
  have rustup || die "没有找到 cargo fmt 和 cargo clippy，请为当前的 Rust 安装 rustfmt 与 clippy。"
  say "安装 rustfmt 与 clippy"
  timeout "$RUSTUP_SECONDS" "${command[@]}" ||
    die "${command[*]} 失败，请检查网络后重试。" "${command[*]}"
}

# Whether the toolchain in a folder has the source of std and a linker for wasm.
builds_wasm() {
  [[ -x "$1/bin/rustc" && -x "$1/bin/cargo" ]] || return 1
  [[ -f "$1/lib/rustlib/src/rust/library/std/src/lib.rs" ]] || return 1
  at_least "$(rust_version "$1/bin/rustc")" "$OLDEST_RUST" || return 1
  compgen -G "$1/lib/rustlib/*/bin/rust-lld" >/dev/null || [[ -x "$1/bin/rust-lld" ]]
}

# Chooses the toolchain for wasm, installs it if there is none, and records it.
#
# Std is compiled from source, since the prebuilt one for wasm does not run in old browsers and is
# not to be had everywhere: so any toolchain with std's source does, whether rustup's or Debian's.
require_wasm_toolchain() {
  local sysroot
  sysroot="$(rustc --print sysroot)"
  if builds_wasm "$sysroot"; then
    record_wasm_toolchain "$sysroot"
  elif builds_wasm /usr; then
    record_wasm_toolchain /usr
  elif add_rust_src && builds_wasm "$sysroot"; then
    record_wasm_toolchain "$sysroot"
  else
    install_debian_toolchain
    record_wasm_toolchain /usr
  fi
}

record_wasm_toolchain() {
  mkdir -p "$(dirname "$WASM_TOOLCHAIN")"
  printf 'cargo=%s/bin/cargo\nrustc=%s/bin/rustc\n' "$1" "$1" >"$WASM_TOOLCHAIN"
}

# Adds std's source to rustup's active toolchain; fails where that cannot be.
add_rust_src() {
  have rustup || return 1
  say "用 rustup 安装标准库源码 rust-src（最多等 ${RUSTUP_SECONDS} 秒）"
  timeout "$RUSTUP_SECONDS" rustup component add rust-src && return
  say "rustup 没有装上 rust-src，改用 Debian 的 rustc-web"
  return 1
}

install_debian_toolchain() {
  local by_rustup="rustup component add rust-src"
  have apt-get || die "编译 wasm 需要 Rust 标准库源码 rust-src。" "$by_rustup"
  apt_install rustc-web cargo-web rust-web-src rust-web-llvm
  # rust-lld is a link to lld-22, say, on whose package rust-web-llvm does not depend.
  if [[ -L /usr/bin/rust-lld && ! -e /usr/bin/rust-lld ]]; then
    apt_install "$(basename "$(readlink /usr/bin/rust-lld)")"
  fi
  builds_wasm /usr ||
    die "Debian 软件源里的 rustc-web 不够新（需要 $OLDEST_RUST），或不完整；请启用安全更新源，或改用 rustup。" "$by_rustup"
}
