// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/sse.h"
#include "gateway/http/error_body.h"
#include "gateway/pipeline/relay.h"
#include "gateway/pipeline/reported_error.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

class StreamRelay final : public Relay
{
public:
    StreamRelay(Reply &reply, int status, StreamForm form, Dialect dialect, bool hideUsage, Headers headers,
                const Redactor &redactor)
        : m_reply(reply)
        , m_redactor(redactor)
        , m_headers(std::move(headers))
        , m_watch(form, dialect, hideUsage)
        , m_dialect(dialect)
        , m_formUnknown(form == StreamForm::Other)
        , m_status(status)
    {
    }

    Flow body(QByteArrayView bytes) override
    {
        if (m_reply.pending() >= Reply::highWater)
            return Pause;
        // Neighbouring events leave in one write; one that is taken out parts them.
        const char *begin = nullptr;
        const char *end = nullptr;
        const auto flush = [&] {
            if (begin)
                pass(QByteArrayView(begin, end));
            begin = nullptr;
        };
        const bool fits = m_splitter.feed(
            bytes,
            [&](QByteArrayView event) {
                if (m_watch.closed() && !event.trimmed().isEmpty())
                    return; // nothing belongs behind the end
                if (!m_watch.pass(event)) {
                    flush();
                    return;
                }
                if (m_watch.failed())
                    note(event);
                // Nobody knows what an error looks like in a stream of a form that is not known.
                if (m_watch.failed() || (m_formUnknown && event.contains("error"))) {
                    flush();
                    pass(m_redactor.redactKnown(event.toByteArray()));
                    return;
                }
                if (begin && event.data() == end) {
                    end = event.data() + event.size();
                    return;
                }
                flush();
                begin = event.data();
                end = begin + event.size();
            },
            flush);
        if (!fits) {
            m_tooLong = true;
            return Stop;
        }
        return m_watch.closed() ? Stop : Go;
    }

    RelayEnd end(const TransferEnd &end, const Error &failure) override
    {
        // A last event whose blank line the provider left out.
        QByteArrayView rest =
            end.kind == TransferEnd::Complete && !m_watch.closed() ? m_splitter.rest() : QByteArrayView();
        if (!rest.isEmpty() && !m_watch.pass(rest))
            rest = {};
        if (m_watch.failed()) {
            const Error broken{502, "provider_error", "upstream_error",
                               u"The provider reported an error in its stream."_s};
            if (!m_begun) {
                note(rest);
                return {false, false, m_reported.value_or(broken)};
            }
            m_reply.write(m_redactor.redactKnown(rest.toByteArray()));
            m_reply.abort(); // the provider's own error event has been passed on
            return {true, false, broken};
        }
        if (!m_begun && end.kind == TransferEnd::Complete && !m_watch.content())
            return {false, false,
                    Error{502, "provider_error", "upstream_protocol",
                          u"The provider ended its stream without any content."_s}};
        if (m_watch.endSeen() || (end.kind == TransferEnd::Complete && m_watch.ended())) {
            letGo();
            begin();
            m_reply.write(rest);
            m_reply.finish();
            return {true, true, std::nullopt};
        }
        Error error = failure;
        if (m_tooLong)
            error = {502, "provider_error", "upstream_protocol",
                     u"The provider sent an event of more than 4 MiB."_s};
        else if (end.kind == TransferEnd::Complete)
            error = {502, "provider_error", "upstream_protocol",
                     u"The provider ended its stream before the answer was complete."_s};
        if (!m_begun)
            return {false, false, error};
        m_reply.write(errorEvent(error, m_dialect));
        m_reply.abort();
        return {true, false, error};
    }

    bool begun() const override { return m_begun; }
    bool holding() const override { return !m_held.isEmpty(); }
    void letGo() override
    {
        if (!m_held.isEmpty())
            write(std::exchange(m_held, {}));
    }
    std::optional<TokenUsage> tokens() const override { return m_watch.tokens(); }

private:
    //! Keeps what the provider's error event says: as long as nothing has been sent, it becomes the answer.
    void note(QByteArrayView event)
    {
        if (!m_begun && !event.isEmpty())
            m_reported = reportedError(SseSplitter::data(event), m_redactor);
    }

    void begin()
    {
        if (!m_begun) {
            m_begun = true;
            m_reply.begin(m_status, m_headers());
        }
    }

    //! Writes, or holds back as long as nothing shows that the answer is one.
    void pass(QByteArrayView bytes)
    {
        if (!m_begun && !m_watch.content() && m_held.size() + bytes.size() <= mostHeldEvents) {
            m_held.append(bytes);
            return;
        }
        letGo();
        write(bytes);
    }

    void write(QByteArrayView bytes)
    {
        begin();
        m_reply.write(bytes);
    }

    Reply &m_reply;
    const Redactor &m_redactor;
    Headers m_headers;
    SseSplitter m_splitter;
    QByteArray m_held; //!< events before the first content
    StreamWatch m_watch;
    std::optional<Error> m_reported;
    Dialect m_dialect;
    bool m_formUnknown;
    int m_status;
    bool m_begun = false;
    bool m_tooLong = false;
};

} // namespace

std::unique_ptr<Relay> makeStreamRelay(Reply &reply, int status, StreamForm form, Dialect dialect,
                                       bool hideUsage, Relay::Headers headers, const Redactor &redactor)
{
    return std::make_unique<StreamRelay>(reply, status, form, dialect, hideUsage, std::move(headers),
                                         redactor);
}

} // namespace gatehouse
