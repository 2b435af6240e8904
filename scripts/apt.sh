# shellcheck shell=bash
# Installs Debian packages, as root or through sudo where that asks for no password. To be sourced.

# apt_install PACKAGE…: installs them, or stops and says what the person must run.
apt_install() {
  local install="apt-get install -y --no-install-recommends --no-remove $*"
  local by_hand=("sudo apt-get update" "sudo $install")
  local root=()
  if ! have apt-get; then
    die "需要 Debian 软件包 $*，但这里没有 apt-get，请用本系统的方式安装相应软件。"
  fi
  if [[ "$(id -u)" != 0 ]]; then
    if have sudo && sudo -n true 2>/dev/null; then
      root=(sudo -n)
    else
      die "安装 $* 需要 root 权限。" "${by_hand[@]}"
    fi
  fi
  say "安装 Debian 软件包：$*"
  # Once a run: the lists do not change between two packages.
  if [[ -z "${apt_is_updated:-}" ]]; then
    "${root[@]}" apt-get update -qq || die "apt-get update 失败，请检查网络后重试。" "${by_hand[@]}"
    apt_is_updated=yes
  fi
  # shellcheck disable=SC2086 # one word each
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive $install -qq -o Dpkg::Use-Pty=0 >/dev/null ||
    die "安装 $* 失败，请看上面的信息，检查网络后重试。" "${by_hand[@]}"
}
