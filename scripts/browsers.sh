#!/usr/bin/env bash
# Does the main scenario in four real browsers, and ends with the sum: `N passed, N failed`. It skips none.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source scripts/apt.sh
source scripts/browser.sh
source scripts/nginx.sh
source scripts/node.sh

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
# What drives the browsers, and Chromium 80. Its install script, not run, would fetch one more browser.
require_packages browsers
say "构建网页"
xtask page
node node_modules/typescript/bin/tsc --project browsers
say "在四种浏览器中走一遍主要流程"
exec node browsers/main.mjs "$@"
