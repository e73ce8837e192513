// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider streams: translated for a client, once as a whole and once cut at random, which must come
// to the same; a third time with pings in between.
#include "fuzz_input.h"
#include "gateway/dialect/dialects.h"
#include "gateway/dialect/sse.h"
#include "gateway/dialect/translation.h"
#include "gateway/http/error_body.h"
#include "promise.h"
#include "watched_writer.h"

using namespace gatehouse;

namespace {

//! Both sides, and what came of the request.
struct Way
{
    const ProviderDialect &provider;
    Target target;
    ClientDialect client;
    ReplyContext context;
    Dialect errors;
    bool broken; //!< the connection breaks at the end
};

//! What the client gets of it.
struct Played
{
    QByteArray out;
    std::optional<Error> failure;
    std::optional<TokenUsage> usage;

    bool operator==(const Played &) const = default;
};

//! \a mostPiece: the longest piece of a read; 0: all at once. \a pingAt: one time out of that many a ping
//! follows a piece; 0: never.
Played play(const Way &way, QByteArrayView bytes, FuzzDice dice, qsizetype mostPiece, qsizetype pingAt)
{
    StreamTranslation stream(way.provider, way.target, way.client, way.context);
    Played played;
    while (!bytes.isEmpty()) {
        const qsizetype size = mostPiece ? std::min(bytes.size(), 1 + dice.roll(mostPiece)) : bytes.size();
        const QByteArray piece(bytes.data(), size); // gone when the call is over
        bytes = bytes.sliced(size);
        const bool over = stream.over();
        stream.feed(piece);
        require(!over || stream.output().isEmpty(), "Nothing comes behind the end.");
        if (pingAt && dice.roll(pingAt) == 0)
            stream.ping();
        played.out.append(stream.output());
        stream.output().resize(0);
    }
    const bool over = stream.over();
    way.broken ? stream.bodyBroke() : stream.bodyEnded();
    require(!over || stream.output().isEmpty(), "Nothing comes behind the end.");
    require(stream.over(), "A stream that ended is over, well or not.");
    if ((played.failure = stream.failure())) {
        requireError(*played.failure);
        if (stream.content())
            stream.breakOff(*played.failure, errorBody(*played.failure, way.errors));
        else
            return {{}, played.failure, stream.tokens()};
    }
    played.out.append(stream.output());
    played.usage = stream.tokens();
    return played;
}

void requireWhole(const Way &way, const QByteArray &out)
{
    if (way.context.asArray && way.errors == Dialect::Gemini)
        return requireJson(out, "A stream in an array is JSON.");
    SseSplitter splitter;
    bool fits = splitter.feed(
        out,
        [](QByteArrayView event) {
            const QByteArrayView data = SseSplitter::data(event);
            if (!data.isNull() && !data.startsWith("[DONE]"))
                requireJson(data, "An event for a client is JSON.");
        },
        [] {});
    require(fits && splitter.rest().isEmpty(), "A stream for a client consists of whole events.");
}

Way chooseWay(FuzzInput &input)
{
    const Dialect dialect = allDialects[size_t(input.choose(4))];
    const int form = input.choose(4);
    const int flags = input.choose(32);
    ReplyContext context;
    context.model = "m";
    context.token = "0";
    context.origin = "p/m";
    context.includeUsage = !(flags & 1);
    context.asArray = flags & 2;
    context.echo = R"({"sealed":true,"response":{}})";
    if (flags & 4)
        context.answerTool = "structured_output";
    if (flags & 8)
        context.freeformTools = {"get_weather", "tool_0"};
    const Dialect errors = ClientForm(form) == ClientForm::Messages ? Dialect::Anthropic
                           : ClientForm(form) == ClientForm::Gemini ? Dialect::Gemini
                                                                    : Dialect::OpenAi;
    return {
        *providerDialect(dialect), fuzzTarget(dialect, 0), watchedClient(form), std::move(context), errors,
        (flags & 16) != 0};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const Way way = chooseWay(input);
    const uint32_t seed = uint32_t(input.choose(256));
    const auto body = input.body();
    const QByteArrayView stream(body.get(), input.size());
    const Played whole = play(way, stream, FuzzDice(0), 0, 0);
    const Played cut = play(way, stream, FuzzDice(seed), 1 + seed % 40, 0);
    // Ids that a provider's stream lacks are made up anew each time.
    const bool repeats = whole == cut || play(way, stream, FuzzDice(0), 0, 0) == whole;
    require(whole == cut || !repeats, "A stream may be cut anywhere.");
    if (!whole.out.isEmpty())
        requireWhole(way, whole.out);
    const Played pinged = play(way, stream, FuzzDice(seed), 40, 3);
    require(pinged.failure == whole.failure, "A ping changes nothing.");
    if (!pinged.out.isEmpty())
        requireWhole(way, pinged.out);
    return 0;
}
