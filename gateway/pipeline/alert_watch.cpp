// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/alert_watch.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype longestMessage = 300;

enum class Verdict { Good, Failed, Nothing };

//! What an attempt says of its provider. A fault of the request's own is an answer like any other.
Verdict verdictOf(const AttemptRecord &attempt)
{
    if (attempt.code == "client_closed" || attempt.code == "shutting_down")
        return Verdict::Nothing;
    switch (attempt.status) {
    case 401:
    case 402:
    case 403:
    case 408:
    case 409:
    case 429:
        return Verdict::Failed;
    default:
        break;
    }
    if (attempt.status >= 400 && attempt.status < 500)
        return Verdict::Good;
    return attempt.code.isEmpty() ? Verdict::Good : Verdict::Failed;
}

QString nameOf(const ProviderEntry &provider)
{
    return provider.config->name.isEmpty() ? provider.config->id : provider.config->name;
}

} // namespace

AlertWatch::AlertWatch(const Redactor &redactor, Tell tell)
    : m_redactor(redactor)
    , m_tell(std::move(tell))
{
}

void AlertWatch::apply(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    QHash<QString, State> kept;
    for (const ProviderEntry &provider : m_snapshot->providers) {
        if (!provider.config->enabled)
            continue;
        State state = m_states.value(provider.config->id);
        if (state.keys != provider.fingerprints) {
            state.refused = false;
            state.keys = provider.fingerprints;
        }
        kept.insert(provider.config->id, state);
    }
    m_states = std::move(kept);
}

void AlertWatch::attempted(const UsageRecord &record, TimePoint now, qint64 nowMs)
{
    for (const AttemptRecord &attempt : record.attempts) {
        const auto state = m_states.find(attempt.provider);
        const Verdict verdict = verdictOf(attempt);
        if (state == m_states.end() || verdict == Verdict::Nothing)
            continue;
        const ProviderEntry &provider = *m_snapshot->provider(attempt.provider);
        // What passes straight through may ask for what no key of this kind opens.
        const bool passedThrough = record.path.startsWith("/providers/");
        if (attempt.status == 401 && !passedThrough)
            refuse(*state, provider, nowMs);
        else if (verdict == Verdict::Good)
            answered(*state, provider);
        count(*state, provider, verdict == Verdict::Failed, now, nowMs);
    }
}

void AlertWatch::count(State &state, const ProviderEntry &provider, bool failed, TimePoint now, qint64 nowMs)
{
    const int limit = m_snapshot->config.alerts.errorRatePercent;
    const auto calmDown = [&](ErrorWindow::Count count) {
        if (count.percent() * 2 < limit || limit == 0)
            state.failsOften = false;
    };
    if (state.failsOften)
        calmDown(state.window.count(now)); // it may have been quiet for long
    state.window.add(failed, now);
    const ErrorWindow::Count count = state.window.count(now);
    calmDown(count);
    if (limit <= 0 || state.failsOften || count.answers < fewestAnswers || count.percent() < limit)
        return;
    state.failsOften = true;
    tell(Alert::ErrorRate, provider,
         u"%1 fails often: %2 of its last %3 answers, within five minutes, were errors."_s.arg(
             nameOf(provider), QString::number(count.failures), QString::number(count.answers)),
         nowMs);
}

//! Keys are used in turn: once each has had its turn since the last refusal, the refused one works again.
void AlertWatch::answered(State &state, const ProviderEntry &provider)
{
    if (!state.refused || state.coolsForRefusal)
        return;
    if (++state.answersSince >= std::max<qsizetype>(1, provider.keys.size()))
        state.refused = false;
}

void AlertWatch::refuse(State &state, const ProviderEntry &provider, qint64 nowMs)
{
    state.answersSince = 0;
    state.coolsForRefusal = true; // until it is looked at: older attempts may still be answered
    if (std::exchange(state.refused, true))
        return;
    tell(Alert::KeyRefused, provider, u"%1 refuses a key. Replace it."_s.arg(nameOf(provider)), nowMs);
}

void AlertWatch::look(const Health &health, const Cooldowns &cooldowns, TimePoint now, qint64 nowMs)
{
    for (auto it = m_states.begin(); it != m_states.end(); ++it) {
        const ProviderEntry &provider = *m_snapshot->provider(it.key());
        const Health::State seen = health.state(it.key());
        if (seen.status == Health::Status::Down && !it->down) {
            it->down = true;
            tell(Alert::ProviderDown, provider, u"%1 is down. %2"_s.arg(nameOf(provider), seen.reason),
                 nowMs);
        } else if (seen.status == Health::Status::Ok && it->down) {
            it->down = false;
            tell(Alert::ProviderUp, provider, u"%1 is up again."_s.arg(nameOf(provider)), nowMs);
        }
        lookAtKeys(*it, provider, cooldowns, now, nowMs);
    }
}

void AlertWatch::lookAtKeys(State &state, const ProviderEntry &provider, const Cooldowns &cooldowns,
                            TimePoint now, qint64 nowMs)
{
    const QList<Cooling> all = cooldowns.active(provider.config->id, now);
    state.coolsForRefusal = std::any_of(all.cbegin(), all.cend(), [&](const Cooling &cooling) {
        return cooling.source == Cooling::KeyRefused &&
               (provider.keys.isEmpty() || provider.fingerprints.contains(cooling.key));
    });
    if (state.coolsForRefusal)
        refuse(state, provider, nowMs);
}

void AlertWatch::tell(Alert::Kind kind, const ProviderEntry &provider, const QString &words,
                      qint64 nowMs) const
{
    QString message = QString::fromUtf8(m_redactor.redact(words.toUtf8())).left(longestMessage).trimmed();
    std::replace_if(
        message.begin(), message.end(), [](QChar c) { return !c.isPrint() && !c.isSurrogate(); }, u' ');
    m_tell({kind, provider.config->id, message, nowMs});
}

void AlertWatch::pass(const Alert &alert) const
{
    m_tell(alert);
}

} // namespace gatehouse
