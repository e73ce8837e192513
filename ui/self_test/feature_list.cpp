// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/self_test/feature_list.h"

#include "ui/gateway_words.h"
#include "ui/self_test/self_test_text.h"
#include "ui/self_test/sheets.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/state_mark.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

FeatureList::FeatureList(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(2, 2, 8, 2);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(7);
    grid->setColumnStretch(2, 1);
    for (const Feature feature : allFeatures())
        addRow(*grid, feature);
    grid->setRowStretch(grid->rowCount(), 1);
    clear();
}

void FeatureList::addRow(QGridLayout &grid, Feature feature)
{
    const QString number = QString::number(int(feature));
    const Row row{new StateMark(12), new PlainLabel, new PlainLabel({}, PlainLabel::Muted)};
    row.mark->setObjectName(u"mark"_s + number);
    row.state->setObjectName(u"state"_s + number);
    row.state->setSelectable();
    row.state->setFocusPolicy(Qt::NoFocus);
    row.time->setWordWrap(false);
    auto *name = new PlainLabel(featureName(feature));
    name->setWordWrap(false);
    auto *marked = new QWidget; // in the middle of the first line, however many there are
    marked->setFixedHeight(name->sizeHint().height());
    auto *middle = new QVBoxLayout(marked);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addWidget(row.mark);
    const int line = grid.rowCount();
    grid.addWidget(marked, line, 0, Qt::AlignTop);
    grid.addWidget(name, line, 1, Qt::AlignTop);
    grid.addWidget(row.state, line, 2, Qt::AlignTop);
    grid.addWidget(row.time, line, 3, Qt::AlignTop | Qt::AlignRight);
    m_rows.insert(feature, row);
}

void FeatureList::clear()
{
    for (const Feature feature : allFeatures())
        say(feature, tr("Not tested"));
}

void FeatureList::begin()
{
    for (const Feature feature : allFeatures())
        say(feature, tr("Waiting"));
    sayNext();
}

void FeatureList::show(const CapabilitySheet &sheet)
{
    clear();
    for (auto it = sheet.results.cbegin(); it != sheet.results.cend(); ++it)
        set(it.key(), it.value());
}

void FeatureList::answer(Feature feature, const FeatureResult &result, bool more)
{
    set(feature, result);
    if (more)
        sayNext();
}

void FeatureList::stop()
{
    for (const Feature feature : allFeatures()) {
        if (!m_rows[feature].answered)
            say(feature, tr("Not tested"));
    }
}

void FeatureList::sayNext()
{
    for (const Feature feature : allFeatures()) {
        if (m_rows[feature].answered)
            continue;
        say(feature, tr("Asking…"));
        m_rows[feature].mark->set(Tone::Accent, tr("Asking…"));
        return;
    }
}

void FeatureList::say(Feature feature, const QString &text)
{
    Row &row = m_rows[feature];
    row.answered = false;
    row.mark->set(Tone::Neutral, text);
    row.state->setText(text);
    row.time->clear();
}

void FeatureList::set(Feature feature, const FeatureResult &result)
{
    if (!m_rows.contains(feature))
        return;
    Row &row = m_rows[feature];
    row.answered = true;
    const QString verdict = verdictText(result.verdict);
    row.mark->set(verdictTone(result.verdict), verdict);
    const QString detail = gatewayWords(result.detail.simplified());
    row.state->setText(detail.isEmpty() ? verdict : tr("%1: %2", "verdict, reason").arg(verdict, detail));
    row.time->setText(featureTime(result));
}

} // namespace gatehouse
