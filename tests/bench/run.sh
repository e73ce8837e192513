#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures gatehoused beside nginx (one worker, plain reverse proxy), in one run and in turns, and prints
# tables in Markdown: medians over all turns, beside what is to be reached.
#   sh tests/bench/run.sh [--build DIR] [--turns N] [--only GROUP,…] [--raw FILE]
# --build: a release build, by default build/release · --raw: keeps every single figure
# Groups: one small large streams thousand translated body start tray event
set -eu

here=$(cd "$(dirname "$0")" && pwd)
bin=$here/../../build/release/bin
turns=3
groups="one small large streams thousand translated body start tray event"
raw=
while [ $# -gt 1 ]; do
    case $1 in
    --build) bin=$2/bin ;;
    --turns) turns=$2 ;;
    --only) groups=$(echo "$2" | tr , ' ') ;;
    --raw) raw=$2 ;;
    *) break ;;
    esac
    shift 2
done
[ $# -eq 0 ] || { sed -n '/^#   sh/,/^# Groups/s/^# *//p' "$0" >&2; exit 2; }
seconds=${BENCH_SECONDS:-3}
events=${BENCH_EVENTS:-150} # per stream, 50 a second

. "$here/proxies.sh"

# measure PROXY MODE CONNECTIONS SECONDS: figures are named MODE-CONNECTIONS-FIGURE
measure() {
    note "$1: $2, $3 connections"
    "$bin/bench_load" "$2" "$(port_of "$1" "$2")" "$3" "$4" "$(pid_of "$1")" >"$dir/figures"
    while read -r figure value; do put "$2-$3-$figure" "$1" "$value"; done <"$dir/figures"
}
# in_turns MODE CONNECTIONS SECONDS PROXY…
in_turns() {
    mode=$1 connections=$2 time=$3
    shift 3
    turn=0
    while [ $turn -lt "$turns" ]; do
        for proxy in "$@"; do measure "$proxy" "$mode" "$connections" "$time"; done
        turn=$((turn + 1))
    done
}

# Each group begins with programs that have done nothing yet, so that its memory is its own.
group_one() { in_turns small 1 "$seconds" direct nginx gatehoused; }
group_small() {
    in_turns small 16 "$seconds" nginx gatehoused
    for proxy in nginx gatehoused; do put small-after $proxy "$(mebibytes "$(pid_of $proxy)" VmRSS)"; done
}
group_large() { in_turns large 8 "$seconds" nginx gatehoused; }
group_streams() { in_turns stream 256 0 direct nginx gatehoused; }
group_thousand() {
    in_turns stream 1000 0 direct nginx gatehoused
    for proxy in nginx gatehoused; do put thousand-peak $proxy "$(mebibytes "$(pid_of $proxy)" VmHWM)"; done
}
# A client that speaks OpenAI's dialect, a provider that speaks Anthropic's.
group_translated() {
    in_turns stream 256 0 gatehoused
    in_turns translated 256 0 gatehoused
}
group_body() {
    for proxy in nginx gatehoused; do put body-before $proxy "$(mebibytes "$(pid_of $proxy)" VmRSS)"; done
    in_turns body 1 "$seconds" direct nginx gatehoused
    for proxy in nginx gatehoused; do put body-peak $proxy "$(mebibytes "$(pid_of $proxy)" VmHWM)"; done
}
group_start() {
    sleep 2 # until they rest
    for proxy in nginx gatehoused; do put idle $proxy "$(mebibytes "$(pid_of $proxy)" VmRSS)"; done
    end_proxies
    for i in 1 2 3 4 5; do
        put start nginx "$("$bin/bench_start" "$nginx_port" /health $nginx_command 2>>"$dir/log")"
        put start gatehoused "$("$bin/bench_start" "$gatehouse_port" /health $gatehoused_command 2>>"$dir/log")"
    done
}
# The program in the tray, in a desktop session of its own.
group_tray() {
    for tool in Xvfb dbus-run-session openbox trayer "$bin/gatehouse"; do
        command -v "$tool" >/dev/null || { note "no tray program is measured: $tool is missing" && return; }
    done
    end_proxies
    sh "$here/../desktop/session.sh" --tray sh "$here/tray.sh" "$bin" "$gatehouse_port" $gatehouse_options >"$dir/figures"
    while read -r figure value; do put "$figure" gatehouse "$value"; done <"$dir/figures"
}
group_event() { # fails where it is too dear: the figure says so here
    "$bin/bench_translate" >"$dir/translate" || true
    put event gatehoused "$(sed -n 's/^The dearest event costs \([0-9.]*\) .*/\1/p' "$dir/translate")"
}

machine() {
    cpus=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | sort | uniq -c | sed 's/^ *\([0-9]*\) \(.*\)/\1 × \2/')
    echo "Measured on $cpus, Linux $(uname -r), with $("$nginx" -v 2>&1 | sed 's/.*: //') and $("$bin/gatehoused" --version):"
    echo "medians of $turns turns."
}

for group in $groups; do
    note "== $group"
    begin_proxies
    "group_$group"
    end_proxies
done
[ -z "$raw" ] || cp "$results" "$raw"
machine
echo
awk -v events="$events" -f "$here/table.awk" "$results"
