// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/attempt.h"

#include "gateway/base/ascii_case.h"
#include "gateway/dialect/json_view.h"
#include "gateway/pipeline/reported_error.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qint64 maxRefusal = 1024 * 1024;
constexpr qint64 holdBytes = 256 * 1024;
constexpr std::chrono::milliseconds maxHold{1000};
constexpr QByteArrayView eventBeginnings[] = {"data:", "event:", "id:", "retry:", ":"};

//! Where \a body begins, behind a byte order mark and white space, if these reach to \a from; −1: there may
//! be more of a mark.
qsizetype beginningOf(QByteArrayView body, qsizetype from)
{
    constexpr QByteArrayView mark = "\xef\xbb\xbf";
    if (from == 0 && body.startsWith(mark))
        from = mark.size();
    else if (from == 0 && mark.startsWith(body))
        return -1;
    const auto isBlank = [](char c) { return QByteArrayView(" \t\r\n").contains(c); };
    return std::find_if_not(body.begin() + from, body.end(), isBlank) - body.begin();
}

// What an answer is, as far as its beginning tells. These hold for an empty one, too.

bool mayBeJson(QByteArrayView body)
{
    return body.isEmpty() || body.startsWith('{') || body.startsWith('[');
}

//! An event stream (HTML, 9.2.5).
bool mayBeEvents(QByteArrayView body)
{
    return std::any_of(std::begin(eventBeginnings), std::end(eventBeginnings), [body](QByteArrayView field) {
        return body.startsWith(field) || field.startsWith(body);
    });
}

} // namespace

Attempt::Attempt(Owner &owner, Reply &reply, Transfers &transfers, Picked picked, Prepared prepared,
                 const Call &call)
    : m_owner(owner)
    , m_reply(reply)
    , m_picked(std::move(picked))
    , m_call(call)
    , m_hideUsage(prepared.hideUsage)
    , m_reading(std::move(prepared.reading))
    , m_dropped(std::move(prepared.dropped))
    , m_transfer(transfers.start(std::move(prepared.outgoing), *this))
{
}

Attempt::~Attempt()
{
    m_reply.uncork();
}

void Attempt::resume()
{
    if (m_transfer)
        m_transfer->resume();
}

void Attempt::onHead(ReplyHead head)
{
    m_lastHeard = Clock::now();
    m_head = std::move(head);
    m_sends = m_head.sends;
    m_connectMs = m_head.connectMs;
    if (m_head.status >= 400)
        return;
    const bool model = m_call.match.endpoint->surface == Surface::Model;
    if (m_head.status >= 300 && (model || m_head.status != 304))
        return unusable(u"a redirect, which is never followed", FailureKind::Lasting);
    if (!model)
        return makeRelay();
    if (isPage())
        return; // or JSON by a wrong name: onBody() looks
    const bool events = beginsWith(m_head.contentType, "text/event-stream");
    const bool chat = m_call.match.endpoint->stream != StreamForm::Other;
    // Both were worked on, and would be paid for twice.
    if (chat && events && !m_call.peek.stream)
        return unusable(u"an event stream that was not asked for", FailureKind::Lasting);
    if (!events && wantsEvents() && beginsWith(m_head.contentType, "application/json"))
        return; // perhaps it is an error: ended() looks
    makeRelay();
}

void Attempt::makeRelay()
{
    if (m_reading)
        return makeTranslatedRelay();
    const Endpoint &endpoint = *m_call.match.endpoint;
    const Dialect dialect = m_picked.provider->config->dialect;
    auto lines = [this] { return m_owner.answerLines(m_head); };
    const bool json = beginsWith(m_head.contentType, "application/json");
    const bool chatStream = endpoint.stream != StreamForm::Other && m_call.peek.stream && !json;
    if (chatStream || beginsWith(m_head.contentType, "text/event-stream")) {
        m_relay = makeStreamRelay(m_reply, m_head.status, endpoint.stream, dialect, m_hideUsage, lines,
                                  m_owner.redactor());
        return;
    }
    BodyRules rules;
    const bool model = endpoint.surface == Surface::Model;
    const bool alwaysJson = endpoint.form.has_value() || endpoint.stream != StreamForm::Other;
    if (model && !m_call.asArray && (json || alwaysJson || m_head.contentType.isEmpty()))
        rules.holdBytes = holdBytes;
    rules.mustBeJson = model && (alwaysJson || (json && m_head.status == 200));
    m_relay = makeBodyRelay(m_reply, m_head.status, m_head.contentLength, rules, dialect, lines,
                            m_owner.redactor());
}

void Attempt::makeTranslatedRelay()
{
    auto lines = [this](const QByteArray &contentType, const Dropped &lost) {
        m_head.contentType = contentType;
        m_dropped.add(lost);
        return m_owner.answerLines(m_head);
    };
    if (m_reading->task != Task::Generate || !m_call.peek.stream) {
        m_relay = makeTranslatedBody(m_reply, *m_reading, lines);
        return;
    }
    m_relay = makeTranslatedStream(m_reply, *m_reading, lines);
    m_silence = std::make_unique<Silence>(pingEvery, [this] { m_relay->ping(); });
}

bool Attempt::wantsEvents() const
{
    const bool chat = m_call.match.endpoint->stream != StreamForm::Other;
    return chat && m_call.peek.stream && !(m_call.asArray && !m_reading);
}

bool Attempt::isPage() const
{
    return m_call.match.endpoint->surface == Surface::Model && beginsWith(m_head.contentType, "text/html");
}

void Attempt::unusablePage()
{
    unusable(u"a web page instead of an API's answer", FailureKind::Transient);
}

void Attempt::unusable(QStringView what, FailureKind kind)
{
    Failure failure = unusableAnswer(m_picked.provider->config->id, what);
    failure.kind = kind;
    m_owner.onFailed(failure, std::nullopt);
}

bool Attempt::onBody(QByteArrayView bytes)
{
    m_lastHeard = Clock::now();
    if (m_firstByte == TimePoint{})
        m_firstByte = m_lastHeard;
    if (!m_relay)
        return keep(bytes);
    return relay(bytes);
}

//! What is no answer as far as its head tells. An event stream by a wrong name is one.
bool Attempt::keep(QByteArrayView bytes)
{
    const qsizetype before = m_refusal.size();
    m_refusal.append(bytes.first(qMin<qsizetype>(bytes.size(), maxRefusal - before)));
    if (m_head.status >= 400)
        return true;
    const qsizetype beginning = beginningOf(m_refusal, m_blank);
    if (beginning < 0)
        return true;
    m_blank = beginning;
    const QByteArrayView said = QByteArrayView(m_refusal).sliced(m_blank);
    const bool events = wantsEvents() && mayBeEvents(said);
    if (events && said.contains(':')) {
        if (m_reply.pending() >= Reply::highWater) { // the relay would not take it: these bytes come again
            m_refusal.truncate(before);
            m_blank = std::min(m_blank, before);
            return false;
        }
        const QByteArray kept = std::exchange(m_refusal, {}).sliced(m_blank);
        m_head.contentType = "text/event-stream";
        makeRelay();
        return relay(kept); // may destroy this
    }
    if (isPage() && !events && !mayBeJson(said))
        unusablePage(); // may destroy this
    return true;
}

bool Attempt::relay(QByteArrayView bytes)
{
    m_reply.cork(); // until onBodyRead(): several events that came together leave together
    switch (m_relay->body(bytes)) {
    case Relay::Go:
        watchHold();
        if (m_silence && std::exchange(m_bytesOut, m_reply.bytesOut()) != m_reply.bytesOut())
            m_silence->heard();
        return true;
    case Relay::Pause:
        return false;
    case Relay::Stop:
        break;
    }
    ended({}); // may destroy this
    return true;
}

//! A stream is held back until its first content, but not for long.
void Attempt::watchHold()
{
    if (!m_relay->holding()) {
        m_hold.reset();
        return;
    }
    if (m_hold)
        return;
    m_hold = std::make_unique<QTimer>();
    m_hold->setSingleShot(true);
    QObject::connect(m_hold.get(), &QTimer::timeout, m_hold.get(), [this] { m_relay->letGo(); });
    m_hold->start(maxHold);
}

void Attempt::onEnd(const TransferEnd &end)
{
    m_lastHeard = Clock::now();
    m_connectMs = std::max(m_connectMs, end.connectMs);
    m_sends = std::max(end.sends, m_head.status > 0 ? m_head.sends : 0);
    ended(end);
}

//! A whole answer has come where an event stream was asked for, or one that calls itself a web page.
void Attempt::endedWhole()
{
    if (isPage() && !JsonDocument().parse(m_refusal))
        return unusablePage();
    if (const std::optional<Error> error = reportedError(m_refusal, m_owner.redactor()))
        return m_owner.onFailed(failureOf(*error), std::nullopt);
    if (wantsEvents())
        return unusable(u"a whole answer where an event stream was asked for", FailureKind::Lasting);
    m_head.contentType = "application/json";
    makeRelay();
    m_relay->body(std::exchange(m_refusal, {}));
    ended({});
}

void Attempt::ended(const TransferEnd &end)
{
    const QString &provider = m_picked.provider->config->id;
    if (!m_relay) {
        if (m_head.status >= 400 && end.kind == TransferEnd::Complete) {
            const Failure failure = failureOf(m_head, m_refusal, provider);
            return m_owner.onFailed(failure, Refusal{m_head, std::move(m_refusal), m_reading != nullptr});
        }
        if (end.kind == TransferEnd::Complete)
            return endedWhole();
        return m_owner.onFailed(failureOf(end, provider), std::nullopt);
    }
    const Failure failure = failureOf(end, provider);
    const RelayEnd relayed = m_relay->end(end, failure.error);
    if (relayed.sent)
        return m_owner.onAnswered(relayed);
    m_owner.onFailed(end.kind == TransferEnd::Complete ? failureOf(*relayed.error) : failure, std::nullopt);
}

} // namespace gatehouse
