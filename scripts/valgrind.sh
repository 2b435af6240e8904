# shellcheck shell=bash
# What counts instructions. To be sourced.

# Installs Valgrind, unless it is there.
require_valgrind() {
  have valgrind || apt_install valgrind
}
