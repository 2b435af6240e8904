# shellcheck shell=bash
# The browser for the tests. To be sourced.

# Installs Chromium, and a font with Chinese characters, unless they are there.
require_browser() {
  node scripts/chromium.mjs >/dev/null || apt_install chromium
  if have fc-list && [[ -z "$(fc-list :lang=zh family)" ]] && have apt-get; then
    apt_install fonts-noto-cjk
  fi
}
