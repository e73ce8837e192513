// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/cost.h"
#include "tests/bench/dialect_pair.h"
#include "tests/bench/long_request.h"
#include "tests/bench/provider_stream.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>

using namespace gatehouse;
using namespace gatehouse::bench;

namespace {

constexpr int streamEvents = 2000;
constexpr qsizetype bigRead = 16 * 1024;
constexpr qsizetype requestBytes = 200 * 1024;
constexpr double maxEventUs = 10;
constexpr double maxRequestMs = 5;

constexpr DialectPair pairs[] = {
    {"chat-openai", ClientForm::ChatCompletions, Dialect::OpenAi},
    {"chat-anthropic", ClientForm::ChatCompletions, Dialect::Anthropic},
    {"chat-gemini", ClientForm::ChatCompletions, Dialect::Gemini},
    {"responses-openai", ClientForm::Responses, Dialect::OpenAi},
    {"responses-anthropic", ClientForm::Responses, Dialect::Anthropic},
    {"responses-gemini", ClientForm::Responses, Dialect::Gemini},
    {"messages-openai", ClientForm::Messages, Dialect::OpenAi},
    {"messages-anthropic", ClientForm::Messages, Dialect::Anthropic},
    {"messages-gemini", ClientForm::Messages, Dialect::Gemini},
    {"gemini-openai", ClientForm::Gemini, Dialect::OpenAi},
    {"gemini-anthropic", ClientForm::Gemini, Dialect::Anthropic},
    {"gemini-gemini", ClientForm::Gemini, Dialect::Gemini},
};

QByteArrayList inReadsOf(qsizetype bytes, const QByteArrayList &events)
{
    const QByteArray all = events.join();
    QByteArrayList reads;
    for (qsizetype at = 0; at < all.size(); at += bytes)
        reads.append(all.mid(at, bytes));
    return reads;
}

//! What is measured of a pair and a kind of stream.
struct StreamRow
{
    StreamRow(const DialectPair &p, StreamKind k)
        : pair(p)
        , kind(k)
        , events(providerStream(p.provider, k, streamEvents))
        , reads(inReadsOf(bigRead, events))
        , exchange(p, agentRequest(p.form, 3, 0))
        , context(exchange.request())
        , times(std::max(1, streamEvents / int(events.size())))
        , single(units(), [this] { repeat([this] { return exchange.stream(events, context); }); })
        , big(units(), [this] { repeat([this] { return exchange.stream(reads, context); }); })
        , passed(units(), [this] { repeat([this] { return passStream(pair.provider, events); }); })
    {
    }

    double units() const { return double(events.size()) * times; }
    template<typename F>
    void repeat(F &&work) const
    {
        for (int n = 0; n < times; ++n)
            work();
    }

    const DialectPair &pair;
    StreamKind kind;
    QByteArrayList events;
    QByteArrayList reads;
    PairExchange exchange;
    ReplyContext context;
    int times;
    Cost single; //!< an event is a read
    Cost big;
    Cost passed;
};

struct RequestRow
{
    explicit RequestRow(const DialectPair &p)
        : pair(p)
        , exchange(p, longRequest(p.form, requestBytes))
        , cost(1, [this] { exchange.request(); })
    {
    }

    const DialectPair &pair;
    PairExchange exchange;
    Cost cost;
};

//! Prints it; the dearest event, µs.
double printStreams(std::deque<StreamRow> &rows)
{
    std::puts(
        "| stream | µs per event | in reads of 16 KiB | allocations per event | µs to pass it | ratio |");
    std::puts("|---|--:|--:|--:|--:|--:|");
    double dearest = 0;
    for (StreamRow &row : rows) {
        const double us = row.single.nanoseconds() / 1e3;
        const double passed = row.passed.nanoseconds() / 1e3;
        dearest = std::max({dearest, us, row.big.nanoseconds() / 1e3});
        std::printf("| %s, %s | %.2f | %.2f | %.2f | %.2f | %.1f |\n", row.pair.name,
                    row.kind == StreamKind::Text ? "text" : "calls", us, row.big.nanoseconds() / 1e3,
                    row.single.allocations(), passed, us / passed);
    }
    return dearest;
}

//! Prints it; the dearest request, ms.
double printRequests(std::deque<RequestRow> &rows)
{
    std::puts("\n| request of 200 KiB | ms | allocations |");
    std::puts("|---|--:|--:|");
    double dearest = 0;
    for (RequestRow &row : rows) {
        const double ms = row.cost.nanoseconds() / 1e6;
        dearest = std::max(dearest, ms);
        std::printf("| %s | %.2f | %.0f |\n", row.pair.name, ms, row.cost.allocations());
    }
    return dearest;
}

} // namespace

//! bench_translate [ROUNDS [PAIR [text|calls|request]]]: what translation costs in CPU time and allocations,
//! medians over all rounds; of one pair and one kind alone for a profiler. Ends with 1 if anything is dearer
//! than it may be.
int main(int argc, char *argv[])
{
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 15;
    const auto wanted = [&](int argument, const char *name) {
        return argc <= argument || std::strcmp(argv[argument], name) == 0;
    };
    std::deque<StreamRow> streams;
    std::deque<RequestRow> requests;
    for (const DialectPair &pair : pairs) {
        if (!wanted(2, pair.name))
            continue;
        if (wanted(3, "text"))
            streams.emplace_back(pair, StreamKind::Text);
        if (wanted(3, "calls"))
            streams.emplace_back(pair, StreamKind::Calls);
        if (wanted(3, "request"))
            requests.emplace_back(pair);
    }
    const bool whole = argc <= 3; // a profiler wants nothing else in its picture
    for (int round = 0; round < rounds; ++round) {
        for (StreamRow &row : streams) {
            row.single.takeOnce();
            if (whole) {
                row.big.takeOnce();
                row.passed.takeOnce();
            }
        }
        for (RequestRow &row : requests)
            row.cost.takeOnce();
    }
    const double event = printStreams(streams);
    const double request = printRequests(requests);
    std::printf("\nThe dearest event costs %.1f µs of %.0f, the dearest request %.1f ms of %.0f.\n", event,
                maxEventUs, request, maxRequestMs);
    return event > maxEventUs || request > maxRequestMs ? 1 : 0;
}
