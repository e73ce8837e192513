// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/today_card.h"

#include "ui/overview/request_bars.h"
#include "ui/today/today_text.h"
#include "ui/today/usage_today.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! A number that was cut short is told in full to whoever points at it.
void setCount(PlainLabel &label, qint64 count)
{
    const QString shown = countText(count);
    const QString whole = QLocale().toString(count);
    label.setText(shown);
    label.setToolTip(shown == whole ? QString() : whole);
}

} // namespace

TodayCard::TodayCard(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_note(new PlainLabel({}, PlainLabel::Muted))
    , m_bars(new RequestBars)
    , m_nothing(new PlainLabel(tr("No requests in the last 24 hours."), PlainLabel::Muted))
{
    auto *figures = new QHBoxLayout;
    figures->setSpacing(16);
    m_requests = addFigure(*figures, tr("Requests"), u"todayRequests"_s);
    m_failed = addFigure(*figures, tr("Failed"), u"todayFailed"_s);
    m_input = addFigure(*figures, tr("Tokens in"), u"todayInput"_s);
    m_output = addFigure(*figures, tr("Tokens out"), u"todayOutput"_s);
    m_cost = addFigure(*figures, tr("Cost"), u"todayCost"_s);
    m_note->setObjectName(u"todayNote"_s);
    m_bars->setObjectName(u"todayBars"_s);
    m_nothing->setObjectName(u"todayNothing"_s);
    auto *card = new Card(tr("Today"));
    card->body()->addLayout(figures);
    card->body()->addWidget(m_note);
    card->body()->addWidget(m_bars);
    card->body()->addWidget(m_nothing);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(&context.today, &UsageToday::changed, this, &TodayCard::refresh);
    refresh();
}

PlainLabel *TodayCard::addFigure(QHBoxLayout &row, const QString &caption, const QString &name)
{
    auto *number = new PlainLabel({}, PlainLabel::Heading);
    number->setObjectName(name);
    number->setWordWrap(false);
    auto *what = new PlainLabel(caption, PlainLabel::Muted);
    number->setAccessibleDescription(caption);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(number);
    column->addWidget(what);
    row.addLayout(column, 1);
    return number;
}

void TodayCard::refresh()
{
    const UsageToday &today = m_context.today;
    const UsageTotals &totals = today.totals();
    const bool known = today.known();
    const QString unknown = u"–"_s;
    setCount(*m_requests, totals.requests);
    setCount(*m_failed, totals.failed);
    setCount(*m_input, totals.tokens.input);
    setCount(*m_output, totals.tokens.output);
    const QString cost = costText(totals);
    m_cost->setText(cost.isEmpty() ? unknown : cost);
    if (!known) {
        for (PlainLabel *figure : {m_requests, m_failed, m_input, m_output, m_cost})
            figure->setText(unknown);
    }
    const QString text = note();
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    const LastHours &hours = today.hours();
    const bool any =
        std::any_of(hours.cbegin(), hours.cend(), [](const HourCount &hour) { return hour.requests > 0; });
    m_bars->setHours(hours);
    m_bars->setVisible(any);
    m_nothing->setVisible(known && !any);
}

QString TodayCard::note() const
{
    const UsageToday &today = m_context.today;
    const UsageTotals &totals = today.totals();
    const QLocale locale;
    QStringList parts;
    if (!today.problem().isEmpty())
        parts.append(tr("The usage store could not be asked: %1").arg(today.problem()));
    if (totals.unpriced > 0)
        parts.append(tr("Requests whose cost is not known: %1.").arg(locale.toString(totals.unpriced)));
    if (const UsageState &state = today.state(); !state.writing && state.waiting > 0)
        parts.append(tr("Waiting to be written: %1.").arg(locale.toString(state.waiting)));
    if (today.state().lost > 0)
        parts.append(tr("Lost since the start: %1.").arg(locale.toString(today.state().lost)));
    return parts.join(u' ');
}

//! The machine may have slept over an hour's end.
void TodayCard::showEvent(QShowEvent *event)
{
    m_context.today.renew();
    QWidget::showEvent(event);
}

} // namespace gatehouse
