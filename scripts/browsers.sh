#!/usr/bin/env bash
# Does the main scenario in four real browsers, and ends with the sum: `N passed, N failed`. It skips none.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source scripts/apt.sh
source scripts/browser.sh
source scripts/nginx.sh

# What the browsers are driven by, and Chromium 80. Nothing else needs these packages.
require_browser_packages() {
  local stamp=browsers/node_modules/.installed-lock
  cmp --silent browsers/package-lock.json "$stamp" && return
  say "安装驱动浏览器的 npm 包和 Chromium 80"
  # Without its install script: it would fetch one more browser.
  npm ci --prefix browsers --ignore-scripts --no-audit --no-fund || die "npm ci 失败，请检查网络后重试。" "make browsers"
  cp browsers/package-lock.json "$stamp"
}

# Installs Firefox ESR, WebKitGTK and what they need to run without a screen, unless they are there.
require_browsers() {
  local missing=()
  [[ -x /usr/bin/firefox-esr ]] || missing+=(firefox-esr)
  [[ -x /usr/bin/WebKitWebDriver ]] || missing+=(webkit2gtk-driver)
  have xvfb-run || missing+=(xvfb xauth)
  ((${#missing[@]} == 0)) || apt_install "${missing[@]}"
}

scripts/setup.sh build
require_browser
require_nginx
require_browsers
require_browser_packages
say "构建网页"
xtask page
node node_modules/typescript/bin/tsc --project browsers
say "在四种浏览器中走一遍主要流程"
exec node browsers/main.mjs "$@"
