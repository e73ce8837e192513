#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh checkout to a running Gatehouse: installs what is missing, builds, starts.
# Where there is a display that is the tray program, else gatehoused, which has no window.
# Every option goes to the program: sh packaging/run.sh --demo
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)

program=gatehoused
[ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || program=gatehouse

# The program starts where it was called from: a --config FILE is found there.
(
    cd "$root"
    sh packaging/deps.sh
    cmake --preset release -DBUILD_TESTING=OFF
    cmake --build --preset release --target "$program"
) >&2

exec "$root/build/release/bin/$program" "$@"
