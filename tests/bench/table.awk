# SPDX-License-Identifier: GPL-3.0-or-later
# Lines "NAME PROXY VALUE" become a table of medians. In: -v events=EVENTS_PER_STREAM.
{ values[$1, $2] = values[$1, $2] " " $3 }

function median(name, proxy,    list, n, i, j, swap) {
    n = split(values[name, proxy], list, " ")
    for (i = 2; i <= n; i++)
        for (j = i; j > 1 && list[j - 1] + 0 > list[j] + 0; j--) {
            swap = list[j]; list[j] = list[j - 1]; list[j - 1] = swap
        }
    return n ? list[int((n + 1) / 2)] + 0 : 0
}
function sum(name, proxy,    list, n, i, total) {
    n = split(values[name, proxy], list, " ")
    for (i = 1; i <= n; i++)
        total += list[i]
    return total + 0
}
function line(title, name,    nginx, own) {
    row(title, median(name, "nginx"), median(name, "gatehoused"))
}
function row(title, nginx, own) {
    printf "| %s | %.10g | %.10g | %s |\n", title, nginx, own, (nginx > 0 ? sprintf("%.2f", own / nginx) : "–")
}
# What the proxy adds to the delay that the mock provider and the load generator have by themselves.
function added(title, name,    direct, nginx, own) {
    direct = median(name, "direct")
    row(title, median(name, "nginx") - direct, median(name, "gatehoused") - direct)
}
function translation(title, name) {
    row(title, median("stream-" name, "gatehoused"), median("translated-" name, "gatehoused"))
}
function lost(mode, streams, proxy,    list, name) {
    name = mode "-" streams "-events"
    return split(values[name, proxy], list, " ") * streams * events - sum(name, proxy)
}

END {
    print "| | nginx | gatehoused | ratio |"
    print "|---|--:|--:|--:|"
    for (c = 1; c <= 64; c = c == 1 ? 16 : c * 4) {
        line("requests/s, " c " connection" (c > 1 ? "s" : ""), "small-" c "-rate")
        line("CPU µs per request (= ms per 1,000), " c " connection" (c > 1 ? "s" : ""), "small-" c "-cpu")
        line("p99 latency µs, " c " connection" (c > 1 ? "s" : ""), "small-" c "-p99")
    }
    line("requests/s with 1 MiB bodies both ways, 8 connections", "large-8-rate")
    line("CPU µs per request with 1 MiB bodies", "large-8-cpu")
    for (s = 16; s <= 256; s *= 16) {
        added("p50 added delay per event µs, " s " streams", "stream-" s "-delay50")
        added("p99 added delay per event µs, " s " streams", "stream-" s "-delay99")
        line("CPU µs per event, " s " streams", "stream-" s "-eventcpu")
        row("events lost, " s " streams", lost("stream", s, "nginx"), lost("stream", s, "gatehoused"))
    }
    line("idle memory MiB", "idle")
    line("peak memory MiB", "peak")
    line("exec to first answer ms", "start")
    print "\n| gatehoused | passed on | translated | ratio |"
    print "|---|--:|--:|--:|"
    for (s = 16; s <= 256; s *= 16) {
        translation("p50 delay per event µs, " s " streams", s "-delay50")
        translation("p99 delay per event µs, " s " streams", s "-delay99")
        translation("CPU µs per event, " s " streams", s "-eventcpu")
        row("events lost, " s " streams", lost("stream", s, "gatehoused"), lost("translated", s, "gatehoused"))
    }
    for (p = 1; p <= 2; p++) {
        proxy = p == 1 ? "nginx" : "gatehoused"
        for (key in values) {
            split(key, part, SUBSEP)
            if (part[1] ~ /-errors$/ && part[2] == proxy && sum(part[1], proxy) > 0)
                print "\n" proxy ": " sum(part[1], proxy) " errors in " part[1]
        }
    }
}
