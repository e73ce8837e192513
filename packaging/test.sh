#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds and runs every test. Further words go to ctest: sh packaging/test.sh -R tst_peek
# PRESET=asan builds and tests under sanitizers instead.
set -eu
cd "$(dirname "$0")/.."

preset=${PRESET:-release}
sh packaging/deps.sh --dev
cmake --preset "$preset" -DBUILD_TESTING=ON -DGATEHOUSE_WERROR=ON >/dev/null
cmake --build --preset "$preset"
exec ctest --preset "$preset" "$@"
