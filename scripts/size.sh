#!/usr/bin/env bash
# Tells how big a first visit to the built page is, and what the wasm consists of.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

xtask size
