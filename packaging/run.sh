#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh checkout to a running Gatehouse: installs what is missing, builds, starts.
# Every option goes to the program: sh packaging/run.sh --demo
set -eu
cd "$(dirname "$0")/.."

sh packaging/deps.sh >&2
cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release --target gatehoused >&2

exec build/release/bin/gatehoused "$@"
