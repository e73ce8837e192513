// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/summary_row.h"

#include "ui/usage/amounts.h"
#include "ui/usage/measure.h"
#include "ui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

SummaryRow::SummaryRow(QWidget *parent)
    : QWidget(parent)
    , m_notes(new PlainLabel({}, PlainLabel::Muted))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(28);
    m_requests = addFigure(*row, tr("Requests"), u"requestsFigure"_s);
    m_failed = addFigure(*row, tr("Failed"), u"failedFigure"_s);
    m_tokens = addFigure(*row, tr("Tokens"), u"tokensFigure"_s);
    m_cost = addFigure(*row, tr("Cost"), u"costFigure"_s);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_notes);
    m_notes->setObjectName(u"summaryNotes"_s);
}

PlainLabel *SummaryRow::addFigure(QHBoxLayout &row, const QString &name, const QString &objectName)
{
    auto *figure = new PlainLabel(unknownAmount(), PlainLabel::Title);
    figure->setObjectName(objectName);
    figure->setWordWrap(false);
    auto *title = new PlainLabel(name, PlainLabel::Muted);
    title->setWordWrap(false);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(title);
    column->addWidget(figure);
    row.addLayout(column);
    return figure;
}

void SummaryRow::setTotals(const UsageTotals &totals)
{
    m_requests->setText(fullCount(totals.requests));
    const QString failed = fullCount(totals.failed);
    m_failed->setText(
        totals.failed > 0
            ? tr("%1 (%2)", "count and share").arg(failed, percentAmount(valueOf(Measure::ErrorRate, totals)))
            : failed);
    m_tokens->setText(shortCount(double(totals.tokens.input + totals.tokens.output)));
    m_tokens->setToolTip(
        tr("%1 in, %2 out").arg(fullCount(totals.tokens.input), fullCount(totals.tokens.output)));
    m_cost->setText(totals.unpriced > 0 && totals.costUsd <= 0 ? tr("unknown") : costAmount(totals));
    QStringList notes;
    if (totals.unpriced > 0)
        notes.append(tr("Requests whose cost is not known: %L1.").arg(totals.unpriced));
    if (totals.estimated > 0)
        notes.append(tr("Requests whose tokens are a guess: %L1.").arg(totals.estimated));
    m_notes->setText(notes.join(u' '));
    m_notes->setVisible(!notes.isEmpty());
}

} // namespace gatehouse
