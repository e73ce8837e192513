#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures gatehoused beside nginx (one worker, plain reverse proxy), in one run and in turns, and prints
# a table in Markdown: medians over all turns. Beside its streams that are passed on, those that are
# translated (a client that speaks OpenAI's dialect, a provider that speaks Anthropic's).
#   sh tests/bench/run.sh [BUILD_DIR [TURNS]]       BUILD_DIR: a release build, by default build/release
set -eu

here=$(cd "$(dirname "$0")" && pwd)
bin=${1:-$here/../../build/release}/bin
turns=${2:-3}
seconds=${BENCH_SECONDS:-3}
first_port=${BENCH_PORT:-$((20000 + $$ % 10000))} # so that two runs do not meet
dir=$(mktemp -d)
results=$dir/results

mock_port=$first_port
nginx_port=$((first_port + 1))
nginx_stream_port=$((first_port + 2))
gatehouse_port=$((first_port + 3))

nginx=$(PATH=$PATH:/usr/sbin command -v nginx) || { echo "nginx is missing: it is what is measured against" >&2; exit 2; }
[ -x "$bin/gatehoused" ] && [ -x "$bin/bench_load" ] || { echo "$bin holds no gatehoused and bench_load: build first" >&2; exit 2; }

sed -e "s|@DIR@|$dir|g" -e "s|@MOCK@|$mock_port|g" -e "s|@NGINX@|$nginx_port|g" \
    -e "s|@NGINX_STREAM@|$nginx_stream_port|g" "$here/nginx.conf.in" >"$dir/nginx.conf"
cat >"$dir/config.json" <<EOF
{"version": 1, "listener": {"port": $gatehouse_port},
 "providers": [{"id": "mock", "dialect": "openai", "baseUrl": "http://127.0.0.1:$mock_port/v1", "proxy": "none",
                "apiKey": "\${BENCH_KEY}", "models": [{"id": "gpt-4o-mini"}]},
               {"id": "translated", "dialect": "anthropic", "baseUrl": "http://127.0.0.1:$mock_port/v1", "proxy": "none",
                "apiKey": "\${BENCH_KEY}", "models": [{"id": "claude-bench"}]}]}
EOF
BENCH_KEY=sk-bench-0123456789abcdef
export BENCH_KEY

nginx_command="$nginx -p $dir -e $dir/nginx.log -c $dir/nginx.conf"
gatehouse_command="$bin/gatehoused --config $dir/config.json --data-dir $dir/data"

pids=
finish() {
    for pid in $pids; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$dir"
}
trap finish EXIT INT TERM

note() { echo "$*" >&2; }
# put NAME PROXY VALUE
put() { echo "$1 $2 $3" >>"$results"; }
memory() { awk -v field="$2:" '$1 == field { printf "%.1f", $2 / 1024 }' "/proc/$1/status"; }

note "starting"
i=0
while [ $i -lt 5 ]; do
    put start nginx "$("$bin/bench_start" "$nginx_port" /health $nginx_command 2>>"$dir/log")"
    put start gatehoused "$("$bin/bench_start" "$gatehouse_port" /health $gatehouse_command 2>>"$dir/log")"
    i=$((i + 1))
done

"$bin/bench_mock" "$mock_port" "${BENCH_EVENTS:-150}" "${BENCH_INTERVAL_MS:-20}" & mock_pid=$!
$nginx_command 2>>"$dir/log" & nginx_master=$!
$gatehouse_command >/dev/null 2>"$dir/gatehoused.log" & gatehouse_pid=$!
pids="$mock_pid $nginx_master $gatehouse_pid"
sleep 1
for pid in $pids; do
    kill -0 "$pid" 2>/dev/null || { echo "one of the programs did not start; is a port from $first_port on taken?" >&2; exit 1; }
done
nginx_pid=$(cut -d' ' -f1 "/proc/$nginx_master/task/$nginx_master/children")
put idle nginx "$(memory "$nginx_pid" VmRSS)"
put idle gatehoused "$(memory "$gatehouse_pid" VmRSS)"

# measure PROXY MODE CONNECTIONS SECONDS PORT PID
measure() {
    note "$1: $2, $3 connections"
    set -- "$1" "$2-$3" $("$bin/bench_load" "$2" "$5" "$3" "$4" "$6")
    # PROXY NAME rate answers errors p50 p99 events delay50 delay99 cpu
    put "$2-rate" "$1" "$3"
    put "$2-p99" "$1" "$7"
    put "$2-errors" "$1" "$5"
    put "$2-cpu" "$1" "$(awk -v cpu="${11}" -v n="$4" 'BEGIN { printf "%.1f", n ? cpu * 1e6 / n : 0 }')"
    put "$2-events" "$1" "$8"
    put "$2-delay50" "$1" "$9"
    put "$2-delay99" "$1" "${10}"
    put "$2-eventcpu" "$1" "$(awk -v cpu="${11}" -v n="$8" 'BEGIN { printf "%.1f", n ? cpu * 1e6 / n : 0 }')"
}

turn=0
while [ $turn -lt "$turns" ]; do
    for connections in 1 16 64; do
        measure nginx small $connections "$seconds" "$nginx_port" "$nginx_pid"
        measure gatehoused small $connections "$seconds" "$gatehouse_port" "$gatehouse_pid"
    done
    measure nginx large 8 "$seconds" "$nginx_port" "$nginx_pid"
    measure gatehoused large 8 "$seconds" "$gatehouse_port" "$gatehouse_pid"
    for streams in 16 256; do
        measure direct stream $streams 0 "$mock_port" "$mock_pid"
        measure nginx stream $streams 0 "$nginx_stream_port" "$nginx_pid"
        measure gatehoused stream $streams 0 "$gatehouse_port" "$gatehouse_pid"
        measure gatehoused translated $streams 0 "$gatehouse_port" "$gatehouse_pid"
    done
    turn=$((turn + 1))
done
put peak nginx "$(memory "$nginx_pid" VmHWM)"
put peak gatehoused "$(memory "$gatehouse_pid" VmHWM)"

[ -z "${BENCH_RAW:-}" ] || cp "$results" "$BENCH_RAW"
awk -v events="${BENCH_EVENTS:-150}" -f "$here/table.awk" "$results"
