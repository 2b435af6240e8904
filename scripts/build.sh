#!/usr/bin/env bash
# Builds the page to dist.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

scripts/setup.sh build
say "构建网页（首次需要几分钟）"
xtask page
