#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds every target with clang, libFuzzer and the address and undefined-behaviour sanitizers, and runs one
# after the other. What is found is left in build/fuzz/findings; its smallest form belongs in corpus/<target>,
# so that it is tried in every test run.
#   sh tests/fuzz/run.sh [SECONDS [TARGET…]]       SECONDS for each target, by default 60
set -eu

cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- requests replies streams json errors counts imports

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target fuzz
bin=build/fuzz/bin
findings=build/fuzz/findings
mkdir -p "$findings"
"$bin/fuzz_seeds" build/fuzz/seeds "$@"

failed=
for target; do
    echo "== $target, $seconds s"
    mkdir -p "build/fuzz/corpus/$target"
    "$bin/fuzz_$target" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 \
        -print_funcs=0 -verbosity=0 -dict=tests/fuzz/words.dict -artifact_prefix="$findings/$target-" \
        "build/fuzz/corpus/$target" "build/fuzz/seeds/$target" || failed="$failed $target"
done
[ -z "$failed" ] || { echo "Found something:$failed (in $findings)" >&2; exit 1; }
