// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/live_totals.h"

#include "gateway/gateway.h"
#include "gateway/usage/usage_source.h"

#include <QDateTime>

namespace gatehouse {

LiveTotals::LiveTotals(const Context &context, std::function<UsageQuestion()> question, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_question(std::move(question))
{
    m_later.setSingleShot(true);
    m_midnight.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &LiveTotals::ask);
    connect(&m_midnight, &QTimer::timeout, this, &LiveTotals::ask);
    connect(&context.gateway, &Gateway::recorded, this, &LiveTotals::onRecorded);
}

void LiveTotals::setWatched(bool watched)
{
    if (m_watched == watched)
        return;
    m_watched = watched;
    if (watched) {
        ask();
        return;
    }
    m_later.stop();
    m_midnight.stop();
    ++m_number; // an answer that is under way would only be drawn for nobody
    Q_EMIT waiting(false);
}

void LiveTotals::ask()
{
    if (!m_watched)
        return;
    m_later.stop();
    m_asked.start();
    const UsageQuestion question = m_question();
    m_untilNow = question.untilNow;
    const QDateTime now = QDateTime::currentDateTime();
    m_midnight.start(std::chrono::milliseconds(now.msecsTo(now.date().addDays(1).startOfDay()) + 1));
    Q_EMIT waiting(true);
    const UsageQuery query{question.span.fromMs, question.span.toMs, question.span.step, question.by,
                           question.filter};
    m_context.usage.totals(query, this, [this, number = ++m_number, question](const UsageTable &table) {
        onAnswer(number, question, table);
    });
}

void LiveTotals::onRecorded()
{
    if (!m_watched || !m_untilNow || m_later.isActive())
        return;
    const std::chrono::milliseconds since(m_asked.elapsed());
    m_later.start(std::max(m_pause - since, std::chrono::milliseconds(0)));
}

void LiveTotals::onAnswer(quint64 number, const UsageQuestion &question, const UsageTable &table)
{
    if (number != m_number)
        return;
    Q_EMIT waiting(false);
    Q_EMIT answered(question, table);
    if (table.total.requests > 0 || !table.problem.isEmpty() || question.filter != UsageFilter{})
        return;
    m_context.usage.requests(1, this, [this, number](const QList<UsageRecord> &records) {
        if (number == m_number && records.isEmpty())
            Q_EMIT nothingRecorded();
    });
}

} // namespace gatehouse
