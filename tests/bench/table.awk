# SPDX-License-Identifier: GPL-3.0-or-later
# Lines "FIGURE PROXY VALUE" become a table of medians, beside what is to be reached. Rows of which nothing
# was measured are left out. In: -v events=EVENTS_PER_STREAM.
{ values[$1, $2] = values[$1, $2] " " $3 }

function has(name, proxy) { return (name, proxy) in values }
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
# 12345.6 as 12,350; 12.34 as 12.3: three or four digits that mean something.
function figure(value,    text) {
    if (value >= 1000) {
        text = sprintf("%d", int(value / 10 + 0.5) * 10)
        return substr(text, 1, length(text) - 3) "," substr(text, length(text) - 2)
    }
    if (value == int(value))
        return value
    return value >= 100 ? sprintf("%.0f", value) : value >= 10 ? sprintf("%.1f", value) : sprintf("%.2f", value)
}
function row(title, nginx, own, ratio, target, met) {
    printf "| %s | %s | %s | %s | %s | %s |\n", title, nginx, own, ratio, target, met
    if (met == "no")
        missed++
}
# To reach: a ratio to nginx, at least (">=") or at most ("<="); sign "" where nothing was asked for.
function compared(title, name, sign, limit,    nginx, own, ratio) {
    if (!has(name, "gatehoused"))
        return
    nginx = median(name, "nginx")
    own = median(name, "gatehoused")
    ratio = nginx > 0 ? own / nginx : 0
    row(title, figure(nginx), figure(own), sprintf("%.2f", ratio), asked(sign, limit " × nginx"),
        verdict(ratio, sign, limit))
}
# To reach: a figure of its own.
function absolute(title, nginx, own, sign, limit, unit) {
    row(title, nginx == "" ? "–" : figure(nginx), figure(own), "–", asked(sign, limit unit),
        verdict(own, sign, limit))
}
function asked(sign, words) { return sign == "" ? "–" : (sign == ">=" ? "≥ " : "≤ ") words }
function verdict(value, sign, limit) {
    if (sign == "")
        return "–"
    return (sign == ">=" ? value >= limit : value <= limit) ? "yes" : "no"
}
# What a proxy adds, ms, to the delay that the provider and the load generator have by themselves.
function added(name, proxy) { return (median(name, proxy) - median(name, "direct")) / 1000 }
function growth(proxy) { return (median("body-peak", proxy) - median("body-before", proxy)) / 10 }
function lost(name, streams, proxy,    list) {
    return split(values[name "-events", proxy], list, " ") * streams * events - sum(name "-events", proxy)
}
function streams(count, limit50, limit99,    name, title) {
    name = "stream-" count
    title = count == 1000 ? "1,000" : count
    if (!has(name "-delay50", "gatehoused") || !has(name "-delay50", "direct"))
        return
    absolute("added delay per event ms, " title " streams, p50", added(name "-delay50", "nginx"),
             added(name "-delay50", "gatehoused"), "<=", limit50, " ms")
    absolute("added delay per event ms, " title " streams, p99", added(name "-delay99", "nginx"),
             added(name "-delay99", "gatehoused"), "<=", limit99, " ms")
    absolute("events lost, " title " streams", lost(name, count, "nginx"), lost(name, count, "gatehoused"),
             "<=", 0, "")
    absolute("ms until the last stream has begun, " title " streams", median(name "-first", "nginx") / 1000,
             median(name "-first", "gatehoused") / 1000, "")
    compared("CPU µs per event, " title " streams", name "-eventcpu", "<=", 1)
}
function translation(title, name, scale) {
    printf "| %s | %s | %s |\n", title, figure(median("stream-256-" name, "gatehoused") / scale),
        figure(median("translated-256-" name, "gatehoused") / scale)
}

END {
    print "| | nginx | gatehoused | ratio | to reach | met |"
    print "|---|--:|--:|--:|--:|---|"
    compared("requests/s, 16 connections", "small-16-rate", ">=", 0.5)
    compared("CPU µs per request, 16 connections", "small-16-cpu", "<=", 2.2)
    compared("p99 µs, 16 connections", "small-16-p99", "")
    compared("one at a time, p50 µs (without a proxy " figure(median("small-1-p50", "direct")) ")",
             "small-1-p50", "<=", 1.4)
    compared("requests/s with 1 MiB bodies both ways, 8 connections", "large-8-rate", ">=", 0.5)
    streams(256, 0.2, 2)
    streams(1000, 1, 25)
    if (has("thousand-peak", "gatehoused"))
        absolute("peak memory MiB, 1,000 streams", median("thousand-peak", "nginx"),
                 median("thousand-peak", "gatehoused"), "<=", 150, " MiB")
    if (has("idle", "gatehoused"))
        absolute("idle memory MiB", median("idle", "nginx"), median("idle", "gatehoused"), "<=", 25, " MiB")
    if (has("small-after", "gatehoused"))
        absolute("memory MiB after all requests of 16 connections", median("small-after", "nginx"),
                 median("small-after", "gatehoused"), "")
    if (has("idle", "gatehouse")) {
        absolute("idle memory MiB, in the tray (`gatehouse`)", "", median("idle", "gatehouse"), "<=", 80, " MiB")
        absolute("memory MiB with its window open (`gatehouse`)", "", median("window", "gatehouse"), "")
    }
    if (has("start", "gatehoused"))
        absolute("exec to first answer ms", median("start", "nginx"), median("start", "gatehoused"), "<=", 40, " ms")
    if (has("start", "gatehouse"))
        absolute("exec to tray ready and first answer ms (`gatehouse`)", "", median("start", "gatehouse"),
                 "<=", 400, " ms")
    if (has("body-1-p50", "gatehoused")) {
        absolute("10 MiB request body, added ms (without a proxy " figure(median("body-1-p50", "direct") / 1000) ")",
                 added("body-1-p50", "nginx"), added("body-1-p50", "gatehoused"), "<=", 25, " ms")
        absolute("10 MiB request body, memory ÷ body", growth("nginx"), growth("gatehoused"), "<=", 2.5, "")
    }
    if (has("event", "gatehoused"))
        absolute("translated stream event, the dearest, CPU µs", "", median("event", "gatehoused"), "<=", 10, " µs")
    print "\n" (missed ? missed " of these are not met." : "All of these are met.")

    if (has("translated-256-eventcpu", "gatehoused")) {
        print "\n| gatehoused, 256 streams | passed on | translated |"
        print "|---|--:|--:|"
        translation("delay per event ms, p50", "delay50", 1000)
        translation("delay per event ms, p99", "delay99", 1000)
        translation("CPU µs per event", "eventcpu", 1)
        printf "| events lost | %d | %d |\n", lost("stream-256", 256, "gatehoused"),
            lost("translated-256", 256, "gatehoused")
    }
    for (key in values) {
        split(key, part, SUBSEP)
        if (part[1] ~ /-errors$/ && sum(part[1], part[2]) > 0)
            print "\n" part[2] ": " sum(part[1], part[2]) " errors in " part[1]
    }
}
