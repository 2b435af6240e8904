#!/usr/bin/env bash
# Counts the instructions that the engine takes, and fails where they rose by more than 5% since the
# record in docs/instructions.tsv. RECORD=1 keeps them there instead.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source scripts/apt.sh
source scripts/valgrind.sh

require_valgrind
xtask instructions ${RECORD:+--record}
