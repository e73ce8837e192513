#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# In a desktop session (tests/desktop/session.sh): how long the tray program takes until it is in the tray and
# listens (it listens last), and the memory that it then holds, with and without its window.
#   tray.sh BIN PORT OPTION…
set -eu
bin=$1 port=$2
shift 2

for i in 1 2 3 4 5; do
    echo "start $("$bin/bench_start" "$port" /health "$bin/gatehouse" --hidden "$@" 2>/dev/null)"
done

# memory FIGURE OPTION…
memory() {
    figure=$1
    shift
    "$bin/gatehouse" "$@" >/dev/null 2>&1 &
    pid=$!
    sleep 3 # until it rests
    echo "$figure $(awk '$1 == "VmRSS:" { printf "%.1f", $2 / 1024 }' "/proc/$pid/status")"
    kill $pid
    wait $pid || true
}
memory idle --hidden "$@"
memory window "$@"
