#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs one target, for run.sh, and says in one line what came of it.
#   sh tests/fuzz/run_target.sh BUILD_DIR SECONDS TARGET
set -eu

bin=$1/bin/fuzz_$3
work=$1/fuzzing
log=$work/logs/$3
mkdir -p "$work/findings" "$work/logs" "$work/corpus/$3"

export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1}"
if "$bin" -max_total_time="$2" -timeout=10 -rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 -print_funcs=0 \
    -verbosity=0 -dict=tests/fuzz/words.dict -artifact_prefix="$work/findings/$3-" \
    "$work/corpus/$3" "$work/seeds/$3" >"$log" 2>&1; then
    echo "$3: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs in $2 s, nothing found"
else
    tail -n 80 "$log"
    echo "$3: found something, see $work/findings" >&2
    exit 1
fi
