// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/notices.h"

#include "ui/gateway_words.h"
#include "ui/tray/short_text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct NoticeWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::Notice)
};

constexpr int longestName = 40;

bool isDown(const ProviderStatus &status)
{
    return status.state == ProviderState::Down || (status.state == ProviderState::Cooling && !status.usable);
}

QString downCause(const QString &provider)
{
    return u"down:"_s + provider;
}

QString keyCause(const QString &provider)
{
    return u"key:"_s + provider;
}

template<typename Entry>
QString shownName(const Entry &entry)
{
    return noticeText(entry.name.isEmpty() ? entry.id : entry.name, longestName);
}

QString shownName(const Config &config, const QString &id)
{
    const auto it = std::find_if(config.providers.cbegin(), config.providers.cend(),
                                 [&](const Provider &provider) { return provider.id == id; });
    return it == config.providers.cend() ? noticeText(id, longestName) : shownName(*it);
}

//! 403 has other reasons too; after one of those nobody else is asked.
bool keyWasRefused(const UsageRecord &record, const AttemptRecord &attempt)
{
    return attempt.status == 401 || (attempt.status == 403 && &attempt != &record.attempts.constLast());
}

bool endedWell(const UsageRecord &record)
{
    return record.status >= 200 && record.status < 400 && record.errorCode.isEmpty() && !record.partial;
}

} // namespace

QList<Notice> statusNotices(const GatewayStatus &status)
{
    QList<Notice> notices;
    for (const ProviderStatus &provider : status.providers) {
        Notice notice;
        const QString name = shownName(provider);
        if (isDown(provider)) {
            notice = {downCause(provider.id), NoticeWords::tr("%1 cannot be used").arg(name),
                      noticeText(gatewayWords(provider.reason)), Tone::Bad};
            notice.lasts = true;
            notice.echoes = keyCause(provider.id);
        } else if (provider.state == ProviderState::Ok) {
            notice = {u"back:"_s + provider.id, NoticeWords::tr("%1 is back").arg(name),
                      NoticeWords::tr("Requests go there again."), Tone::Good};
            notice.ends = downCause(provider.id);
        } else {
            continue;
        }
        notices.append(notice);
    }
    return notices;
}

QList<Notice> recordNotices(const UsageRecord &record, const Config &config)
{
    QList<Notice> notices;
    for (const AttemptRecord &attempt : record.attempts) {
        if (!keyWasRefused(record, attempt))
            continue;
        Notice notice{
            keyCause(attempt.provider), NoticeWords::tr("Key refused"),
            NoticeWords::tr("%1 refuses the key that it was given.").arg(shownName(config, attempt.provider)),
            Tone::Bad};
        notice.echoes = downCause(attempt.provider);
        notices.append(notice);
    }
    if (record.attempts.size() < 2 || !endedWell(record))
        return notices;
    const QString first = record.attempts.constFirst().provider;
    const QString last = record.attempts.constLast().provider;
    if (first != last)
        notices.append({u"failover:"_s + first, NoticeWords::tr("Another provider took over"),
                        NoticeWords::tr("%1 failed, and %2 answered instead.")
                            .arg(shownName(config, first), shownName(config, last)),
                        Tone::Warning});
    return notices;
}

std::optional<Notice> alertNotice(const Alert &alert, const Config &config)
{
    const bool ofAll = alert.subject.isEmpty();
    const QString text = noticeText(gatewayWords(alert.message));
    switch (alert.kind) {
    case Alert::ProviderDown:
    case Alert::ProviderUp:
    case Alert::KeyRefused:
        break;
    case Alert::ErrorRate:
        return Notice{u"errors:"_s + alert.subject,
                      NoticeWords::tr("%1 makes many errors").arg(shownName(config, alert.subject)), text,
                      Tone::Warning};
    case Alert::BudgetNearlyUsed:
        return Notice{u"nearly:"_s + alert.subject,
                      ofAll ? NoticeWords::tr("The budget is nearly used up")
                            : NoticeWords::tr("The budget of %1 is nearly used up")
                                  .arg(noticeText(alert.subject, longestName)),
                      text, Tone::Warning};
    case Alert::BudgetUsed:
        return Notice{
            u"budget:"_s + alert.subject,
            ofAll
                ? NoticeWords::tr("The budget is used up")
                : NoticeWords::tr("The budget of %1 is used up").arg(noticeText(alert.subject, longestName)),
            text, Tone::Bad};
    }
    return std::nullopt;
}

Notice configNotice(const QString &summary)
{
    return {u"config"_s, NoticeWords::tr("Configuration refused"),
            NoticeWords::tr("The file cannot be put in force as it is: %1").arg(noticeText(summary)),
            Tone::Bad};
}

Notice portNotice(quint16 port, const QString &owner)
{
    const QString number = QString::number(port);
    return {u"port:"_s + number, NoticeWords::tr("Port %1 is taken").arg(number),
            owner.isEmpty()
                ? NoticeWords::tr("Another program has it, so apps cannot reach Gatehouse.")
                : NoticeWords::tr("%1 has it, so apps cannot reach Gatehouse.").arg(noticeText(owner)),
            Tone::Bad};
}

bool NoticeGate::toldOfLate(const QString &cause, TimePoint now) const
{
    const auto told = m_told.constFind(cause);
    return told != m_told.cend() && now - *told < 1min;
}

bool NoticeGate::admits(const Notice &notice, TimePoint now)
{
    if (m_lasting.contains(notice.cause) || (!notice.ends.isEmpty() && !m_lasting.contains(notice.ends)) ||
        toldOfLate(notice.cause, now))
        return false;
    if (notice.lasts)
        m_lasting.insert(notice.cause);
    m_lasting.remove(notice.ends);
    if (toldOfLate(notice.echoes, now))
        return false;
    m_told.insert(notice.cause, now);
    return true;
}

} // namespace gatehouse
