# shellcheck shell=bash
# The web server for the tests of `hosting/`. To be sourced.

# Installs nginx and its module for brotli, unless they are there.
require_nginx() {
  local modules=/usr/lib/nginx/modules/ngx_http_brotli_static_module.so
  [[ -x /usr/sbin/nginx && -f "$modules" ]] && return
  if ! have apt-get; then
    die "测试 hosting/ 的配置需要 Debian 的 nginx 和它的 brotli 模块，这里没有 apt-get，装不了。" "make test（在 Debian 上）"
  fi
  apt_install nginx libnginx-mod-http-brotli-static
  if have systemctl && systemctl is-active --quiet nginx; then
    say "系统的 nginx 服务随之启动了；不需要时：systemctl disable --now nginx"
  fi
}
