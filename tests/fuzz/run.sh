#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the targets with libFuzzer and the address and undefined-behaviour sanitizers: in the build folder BUILD_DIR,
# or in build/asan, which it configures. What is found is left in its fuzzing/findings; the smallest form of that
# belongs in corpus/<target>, so that it is tried in every test run.
#   sh tests/fuzz/run.sh [-j N] [SECONDS [TARGET…]]     N at once, by default 1; SECONDS each, by default 60
set -eu

cd "$(dirname "$0")/../.."
jobs=1
if [ "${1:-}" = -j ]; then
    jobs=$2
    shift 2
fi
seconds=${1:-60}
[ $# -gt 0 ] && shift

if [ -z "${BUILD_DIR:-}" ]; then
    BUILD_DIR=build/asan
    cmake --preset asan -DBUILD_TESTING=ON >/dev/null
fi
cmake --build "$BUILD_DIR" --target fuzz
[ $# -gt 0 ] || set -- $(cat "$BUILD_DIR/fuzz_targets") # words

"$BUILD_DIR/bin/fuzz_seeds" "$BUILD_DIR/fuzzing/seeds" "$@"
printf '%s\n' "$@" | xargs -n 1 -P "$jobs" sh tests/fuzz/run_target.sh "$BUILD_DIR" "$seconds"
