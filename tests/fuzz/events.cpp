// SPDX-License-Identifier: GPL-3.0-or-later
// A stream that is passed on: the same events and the same figures however it is cut, and no byte is lost.
#include "fuzz_input.h"
#include "gateway/dialect/sse.h"
#include "gateway/dialect/stream_watch.h"
#include "promise.h"

using namespace gatehouse;

namespace {

struct Kind
{
    StreamForm form;
    Dialect dialect;
};

constexpr std::array<Kind, 6> kinds = {{{StreamForm::Chat, Dialect::OpenAi},
                                        {StreamForm::Messages, Dialect::Anthropic},
                                        {StreamForm::Contents, Dialect::Gemini},
                                        {StreamForm::Chat, Dialect::AzureOpenAi},
                                        {StreamForm::Responses, Dialect::OpenAi},
                                        {StreamForm::Other, Dialect::OpenAi}}};

//! What was seen of a stream.
struct Seen
{
    QByteArrayList events; //!< without the line ends around them: half a CR LF may come with the next one
    QByteArrayList passed; //!< those for the client
    bool content = false;
    bool ended = false;
    bool endSeen = false;
    bool failed = false;
    std::optional<TokenUsage> tokens;

    bool operator==(const Seen &) const = default;
};

QByteArrayView withoutLineEnds(QByteArrayView event)
{
    while (event.startsWith('\n') || event.startsWith('\r'))
        event = event.sliced(1);
    while (event.endsWith('\n') || event.endsWith('\r'))
        event.chop(1);
    return event;
}

//! A stream on its way to a client.
class Passing final
{
public:
    Passing(const Kind &kind, bool hideUsage)
        : m_watch(kind.form, kind.dialect, hideUsage)
        , m_hidesUsage(hideUsage)
    {
    }

    void take(QByteArrayView event)
    {
        m_all.append(event);
        const QByteArray text = withoutLineEnds(event).toByteArray();
        require(SseSplitter::data(event) == SseSplitter::data(text), "Data is not in line ends.");
        if (m_watch.closed()) // nothing belongs behind the end
            return;
        const bool passes = m_watch.pass(event);
        require(passes || m_hidesUsage, "Events are held back only where that was asked for.");
        if (text.isEmpty())
            return;
        m_seen.events.append(text);
        if (passes)
            m_seen.passed.append(text);
    }

    const QByteArray &all() const { return m_all; }

    Seen end()
    {
        require(!m_watch.closed() || m_watch.ended(), "What is closed has ended.");
        m_seen.content = m_watch.content();
        m_seen.ended = m_watch.ended();
        m_seen.endSeen = m_watch.endSeen();
        m_seen.failed = m_watch.failed();
        m_seen.tokens = m_watch.tokens();
        return m_seen;
    }

private:
    StreamWatch m_watch;
    bool m_hidesUsage;
    QByteArray m_all;
    Seen m_seen;
};

Seen watch(const Kind &kind, bool hideUsage, QByteArrayView bytes, FuzzDice dice, qsizetype mostPiece)
{
    Passing passing(kind, hideUsage);
    SseSplitter splitter;
    inPieces(bytes, dice, mostPiece, [&](const QByteArray &piece) {
        const char *end = nullptr;
        bool done = false;
        const auto take = [&](QByteArrayView event) {
            require(!done && !event.isEmpty(), "An event is something, and comes in time.");
            require(!end || end == event.data(), "Events of one read are neighbours.");
            end = event.data() + event.size();
            passing.take(event);
        };
        const bool fits = splitter.feed(piece, take, [&] { done = true; });
        require(fits && done, "A small stream fits.");
        require(splitter.rest().size() <= bytes.size() - passing.all().size(),
                "No more is kept than is left.");
        return true;
    });
    if (!splitter.rest().isEmpty()) // a last event whose blank line the provider left out
        passing.take(splitter.rest());
    require(passing.all() == bytes, "No byte is lost or changed.");
    return passing.end();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const Kind &kind = kinds[size_t(input.choose(int(kinds.size())))];
    const bool hideUsage = input.choose(2) == 1;
    const uint32_t seed = uint32_t(input.choose(256));
    const auto body = input.body();
    const QByteArrayView text(body.get(), input.size());
    const Seen whole = watch(kind, hideUsage, text, FuzzDice(0), 0);
    require(watch(kind, hideUsage, text, FuzzDice(seed), 1 + seed % 40) == whole,
            "A stream may be cut anywhere.");
    if (text.size() <= 400)
        require(watch(kind, hideUsage, text, FuzzDice(0), 1) == whole, "A stream may come byte by byte.");
    return 0;
}
