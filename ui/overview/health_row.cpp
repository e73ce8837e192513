// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/health_row.h"

#include "ui/gateway_words.h"
#include "ui/overview/health_strip.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/state_mark.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct HealthRowWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::HealthRow)
};

struct StateLook
{
    Tone tone;
    QString name;
};

StateLook lookOf(const ProviderStatus &status)
{
    switch (status.state) {
    case ProviderState::Ok:
        return {Tone::Good, HealthRowWords::tr("OK")};
    case ProviderState::Cooling:
        return {Tone::Warning, HealthRowWords::tr("Cooling down")};
    case ProviderState::Down:
        return {Tone::Bad, HealthRowWords::tr("Down")};
    case ProviderState::NoKey:
        return {Tone::Bad, HealthRowWords::tr("No key")};
    case ProviderState::Disabled:
        return {Tone::Neutral, HealthRowWords::tr("Switched off")};
    case ProviderState::Unknown:
        if (!status.reason.isEmpty())
            return {Tone::Warning, HealthRowWords::tr("Last check failed")};
        break;
    }
    return {Tone::Neutral, HealthRowWords::tr("Not asked yet")};
}

QString waitText(qint64 seconds)
{
    if (seconds < 120)
        return HealthRowWords::tr("in %1 s").arg(seconds);
    if (seconds < 2 * 3600)
        return HealthRowWords::tr("in %1 min").arg((seconds + 59) / 60);
    return HealthRowWords::tr("in %1 h").arg((seconds + 3599) / 3600);
}

QString figures(const ProviderStatus &status)
{
    const QLocale locale;
    QStringList parts;
    if (status.latencyMs)
        parts.append(HealthRowWords::tr("%1 ms").arg(locale.toString(qRound(*status.latencyMs))));
    if (status.inFlight > 0)
        parts.append(HealthRowWords::tr("%1 in flight").arg(locale.toString(status.inFlight)));
    return parts.join(u" · "_s);
}

} // namespace

QString coolingText(qint64 untilMs, const QDateTime &now)
{
    const QDateTime until = QDateTime::fromMSecsSinceEpoch(untilMs).toLocalTime();
    const qint64 left = now.msecsTo(until);
    if (left <= 0)
        return HealthRowWords::tr("may be asked again now");
    const QLocale locale;
    QString when = locale.toString(until.time(), u"HH:mm:ss"_s);
    if (until.date() != now.toLocalTime().date())
        when = locale.toString(until.date(), QLocale::ShortFormat) + u' ' + when;
    return HealthRowWords::tr("until %1 (%2)").arg(when, waitText((left + 999) / 1000));
}

HealthRow::HealthRow(QWidget *parent)
    : QWidget(parent)
    , m_mark(new StateMark(14))
    , m_name(new PlainLabel({}, PlainLabel::Strong))
    , m_reason(new PlainLabel({}, PlainLabel::Muted))
    , m_history(new HealthStrip)
    , m_figures(new PlainLabel({}, PlainLabel::Muted))
    , m_try(new QPushButton(tr("Try now")))
{
    m_name->setObjectName(u"providerName"_s);
    m_reason->setObjectName(u"providerReason"_s);
    m_history->setObjectName(u"providerHistory"_s);
    m_history->hide();
    m_figures->setObjectName(u"providerFigures"_s);
    m_figures->setWordWrap(false);
    m_try->setObjectName(u"tryNow"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_name);
    words->addWidget(m_reason);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(12);
    layout->addWidget(m_mark);
    layout->addLayout(words, 1);
    auto *numbers = new QVBoxLayout;
    numbers->setSpacing(3);
    numbers->addWidget(m_history, 0, Qt::AlignRight);
    numbers->addWidget(m_figures, 0, Qt::AlignRight);
    layout->addWidget(m_try);
    layout->addLayout(numbers);
    connect(m_try, &QPushButton::clicked, this, [this] { Q_EMIT tryNow(m_status.id); });
}

void HealthRow::set(const ProviderStatus &status, const QDateTime &now)
{
    m_status = status;
    const QString name = status.name.isEmpty() ? status.id : status.name;
    const StateLook look = lookOf(status);
    m_mark->set(look.tone, look.name);
    m_name->setText(name);
    const QString shown = figures(status);
    m_figures->setText(shown);
    m_figures->setVisible(!shown.isEmpty());
    m_history->setAccessibleName(tr("How %1 fared by hour").arg(name));
    m_try->setVisible(status.state == ProviderState::Cooling);
    m_try->setAccessibleName(tr("Try %1 now").arg(name));
    m_try->setToolTip(tr("Ask it again before its wait is over"));
    tick(now);
}

void HealthRow::setHistory(const LastHours &hours)
{
    const bool asked =
        std::any_of(hours.cbegin(), hours.cend(), [](const HourCount &hour) { return hour.requests > 0; });
    m_history->setHours(hours);
    m_history->setVisible(!hours.isEmpty() && (asked || m_status.state != ProviderState::Disabled));
}

void HealthRow::tick(const QDateTime &now)
{
    QStringList parts{lookOf(m_status).name};
    if (!m_status.reason.isEmpty())
        parts.append(gatewayWords(m_status.reason));
    if (isCooling())
        parts.append(coolingText(*m_status.untilMs, now));
    m_reason->setText(parts.join(u" · "_s));
}

} // namespace gatehouse
