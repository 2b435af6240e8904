#!/usr/bin/env bash
# Has Lighthouse judge the built page. It has packages of its own, which nothing else needs.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source scripts/node.sh

require_packages audit
node audit/lighthouse.mjs
