# SPDX-License-Identifier: GPL-3.0-or-later
# The programs that run.sh measures, and the provider behind them: to be read into a shell that has set
# $here, $bin and $events.
first_port=${BENCH_PORT:-$((20000 + $$ % 10000))} # so that two runs do not meet
mock_port=$first_port
nginx_port=$((first_port + 1))
nginx_stream_port=$((first_port + 2))
gatehouse_port=$((first_port + 3))

nginx=$(PATH=$PATH:/usr/sbin command -v nginx) || { echo "nginx is missing: it is what is measured against" >&2; exit 2; }
for program in gatehoused bench_load bench_mock bench_start; do
    [ -x "$bin/$program" ] || { echo "$bin holds no $program: build first" >&2; exit 2; }
done
ulimit -n "$(ulimit -Hn)" # a thousand streams are two thousand sockets

dir=$(mktemp -d)
results=$dir/results
: >"$results"
fill_in() {
    sed -e "s|@DIR@|$dir|g" -e "s|@MOCK@|$mock_port|g" -e "s|@NGINX@|$nginx_port|g" \
        -e "s|@NGINX_STREAM@|$nginx_stream_port|g" -e "s|@GATEHOUSE@|$gatehouse_port|g" "$here/$1.in" >"$dir/$1"
}
fill_in nginx.conf
fill_in config.json
export BENCH_KEY=sk-bench-0123456789abcdef

nginx_command="$nginx -p $dir -e $dir/nginx.log -c $dir/nginx.conf"
gatehouse_options="--config $dir/config.json --data-dir $dir/data"
gatehoused_command="$bin/gatehoused $gatehouse_options"

note() { echo "$*" >&2; }
# put FIGURE PROXY VALUE
put() { echo "$1 $2 $3" >>"$results"; }
# mebibytes PID FIELD of /proc/PID/status
mebibytes() { awk -v field="$2:" '$1 == field { printf "%.1f", $2 / 1024 }' "/proc/$1/status"; }

# eventually COMMAND…: waits until it succeeds, 10 s at most.
eventually() {
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ $tries -lt 200 ] || { note "a program did not start; is a port from $first_port on taken?" && exit 1; }
        sleep 0.05
    done
}
has_worker() { [ -n "$(cat "/proc/$nginx_master/task/$nginx_master/children")" ]; }

begin_proxies() {
    "$bin/bench_mock" "$mock_port" "$events" 20 & mock_pid=$!
    $nginx_command 2>>"$dir/log" & nginx_master=$!
    : >"$dir/ready"
    $gatehoused_command >"$dir/ready" 2>"$dir/gatehoused.log" & gatehoused_pid=$!
    running="$mock_pid $nginx_master $gatehoused_pid"
    eventually has_worker
    eventually [ -s "$dir/ready" ]
    nginx_pid=$(cut -d' ' -f1 "/proc/$nginx_master/task/$nginx_master/children")
}
end_proxies() {
    for pid in $running; do kill "$pid" 2>/dev/null || true; done
    for pid in $running; do wait "$pid" 2>/dev/null || true; done
    running=
}
running=
trap 'end_proxies; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM

pid_of() {
    case $1 in
    direct) echo "$mock_pid" ;;
    nginx) echo "$nginx_pid" ;;
    gatehoused) echo "$gatehoused_pid" ;;
    esac
}
# port_of PROXY MODE
port_of() {
    case $1-$2 in
    direct-*) echo "$mock_port" ;;
    nginx-stream) echo "$nginx_stream_port" ;;
    nginx-*) echo "$nginx_port" ;;
    gatehoused-*) echo "$gatehouse_port" ;;
    esac
}
