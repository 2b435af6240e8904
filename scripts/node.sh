# shellcheck shell=bash
# Node.js and the npm packages. To be sourced.

# The oldest Node.js that Vite runs on.
readonly OLDEST_NODE=20.19.0

# Installs the npm packages of package-lock.json, unless they are there.
require_npm_packages() {
  if ! have node || ! have npm; then
    die "没有找到 Node.js 和 npm，请先安装 Node.js $OLDEST_NODE 或更高版本。"
  fi
  local version
  version="$(node --version)"
  at_least "${version#v}" "$OLDEST_NODE" || die "Node.js $version 太旧，需要 $OLDEST_NODE 或更高版本。"

  require_packages .
}

# require_packages FOLDER: installs what its package-lock.json says, unless it is there.
require_packages() {
  local folder="$1"
  local stamp="$folder/node_modules/.installed-lock"
  cmp --silent "$folder/package-lock.json" "$stamp" && return
  say "安装 npm 包（$folder）"
  # No package needs its install script: the programs come ready in the packages themselves.
  # Two short waits without network, instead of minutes.
  npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund \
    --fetch-retries=2 --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=5000 ||
    die "npm ci 失败，请检查网络后重试。" "npm ci --prefix $folder --ignore-scripts"
  cp "$folder/package-lock.json" "$stamp"
}
