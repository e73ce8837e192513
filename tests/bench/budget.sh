#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Counts the instructions that gatehoused, doing its whole job, spends on a request, under valgrind, and fails
# where they are more than 10 % above or below what budget.txt says: a change that costs is seen, and one that
# saves keeps the budget true.
#   sh tests/bench/budget.sh [--build DIR] [--record]
# --build: a release build, by default build/release · --record: writes what it counts into budget.txt
#
# What is counted is the gateway's thread, which is what a request waits for; how much the other two do (the
# log, the usage store) depends on how many records come at once. Each case is asked few and many times, and the
# difference taken, so that what is done once does not count; each twice, and the smaller count taken, as now and then
# the gateway tidies up meanwhile. Nothing is asked before the gateway rests (steps.cpp). Between runs, also on a
# machine that was ten times too busy, events were within 2 % of each other, small requests within 3 %, those with
# 1 MiB within 5 % (what a read of a socket finds is up to the system). QT_HASH_SEED: where things lie in a hash would
# differ from run to run.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
bin=$here/../../build/release/bin
record=
while [ $# -gt 0 ]; do
    case $1 in
    --build) bin=$2/bin && shift 2 ;;
    --record) record=1 && shift ;;
    *) sed -n '/^#   sh/,/^# --build/s/^# *//p' "$0" >&2 && exit 2 ;;
    esac
done

dir=$(mktemp -d)
gateway='' steps=''
trap '[ -z "$gateway$steps" ] || kill $gateway $steps 2>/dev/null || true; wait; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM

# few_and_many MODE FEW EVENTS MANY EVENTS: requests, and events in each of them; all of them twice.
few_and_many() { echo "$1 $2 $3 mark 1 0 $1 $2 $3 mark 1 0 $1 $4 $5 mark 1 0 $1 $4 $5 mark 1 0"; }
mkfifo "$dir/pipe"
# First of all, everything that is done only once.
"$bin/bench_steps" "$dir/pipe" small 5 0 stream 1 20 translated 1 20 large 2 0 mark 1 0 \
    $(few_and_many small 20 0 120 0) $(few_and_many stream 1 20 1 220) \
    $(few_and_many translated 1 20 1 220) $(few_and_many large 2 0 12 0) >"$dir/provider" &
steps=$!
until [ -s "$dir/provider" ]; do sleep 0.05; done

sed -e "s|@MOCK@|$(cat "$dir/provider")|" -e "s|@GATEHOUSE@|0|" "$here/config.json.in" >"$dir/config.json"
strip --strip-debug -o "$dir/gatehoused" "$bin/gatehoused" # else valgrind reads it for seconds
# How memory is copied would depend on the processor, and "rep movsb" count as an instruction for each byte.
copying=glibc.cpu.x86_rep_movsb_threshold=0x40000000:glibc.cpu.x86_rep_stosb_threshold=0x40000000
copying=$copying:glibc.cpu.x86_non_temporal_threshold=0x40000000
# The process number goes before its ready line.
GLIBC_TUNABLES=$copying QT_HASH_SEED=0 BENCH_KEY=sk-bench-0123456789abcdef sh -c 'echo $$ && exec valgrind -q --tool=callgrind "$@"' sh \
    --separate-threads=yes --callgrind-out-file="$dir/count" \
    '--dump-before=gatehouse::metrics(gatehouse::LocalContext const&)' \
    "$dir/gatehoused" --config "$dir/config.json" --data-dir "$dir/data" >"$dir/pipe" 2>"$dir/log" &
gateway=$!
wait $steps || { steps='' && cat "$dir/log" >&2 && exit 1; }
steps=''

# count N: what was counted before the N-th mark since the one before.
count() { awk '$1 == "totals:" { print $2 }' "$dir/count.$1-"*; }
# cost NAME FIRST_MARK UNITS: the difference between few and many.
cost() { echo "$1 $(count "$2") $(count $(($2 + 1))) $(count $(($2 + 2))) $(count $(($2 + 3))) $3"; }
{
    cost "small-request" 2 100
    cost "event-passed-on" 6 200
    cost "event-translated" 10 200
    cost "1-MiB-both-ways" 14 10
} | awk -v file="$here/budget.txt" -v record="$record" '
    function least(a, b) { return a < b ? a : b }
    BEGIN { while ((getline line < file) > 0) if (split(line, word, " ") == 2 && word[1] != "#") budget[word[1]] = word[2] }
    {
        few = least($2, $3)
        many = least($4, $5)
        cost = int((many - few) / $6 + 0.5)
        spread = ($2 + $3 - 2 * few + $4 + $5 - 2 * many) / (many - few) * 100
        names[NR] = $1; costs[NR] = cost
        verdict = cost > budget[$1] * 1.1 ? "too many" : cost < budget[$1] * 0.9 ? "lower the budget (--record)" : "as expected"
        failed += verdict != "as expected"
        printf "%-18s %9d instructions, budget %9d (%+.1f %%), spread %.1f %%: %s\n", $1, cost, budget[$1],
            budget[$1] ? (cost / budget[$1] - 1) * 100 : 0, spread, verdict
    }
    END {
        if (record) {
            print "# Instructions of the gateway thread, by budget.sh --record." >file
            for (i = 1; i <= NR; i++)
                print names[i], costs[i] >file
            exit 0
        }
        exit failed || NR == 0
    }'
