// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/facts_grid.h"

#include "ui/widgets/plain_label.h"

#include <QAction>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>

namespace gatehouse {
QString breakable(const QString &text)
{
    constexpr int longestWord = 24;
    constexpr QChar zeroWidthSpace(0x200b);
    QString shown;
    int inWord = 0;
    for (const QChar c : text) {
        inWord = c.isSpace() ? 0 : inWord + 1;
        if (inWord > longestWord && !c.isLowSurrogate() && !c.isMark())
            shown += zeroWidthSpace;
        shown += c;
    }
    return shown;
}

QWidget *valueLabel(const QString &text)
{
    auto *label = new PlainLabel(breakable(text));
    label->setMinimumWidth(1);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *copy = new QAction(FactsGrid::tr("Copy"), label);
    QObject::connect(copy, &QAction::triggered, label,
                     [text] { QGuiApplication::clipboard()->setText(text); });
    label->addAction(copy);
    label->setContextMenuPolicy(Qt::ActionsContextMenu);
    return label;
}

FactsGrid::FactsGrid(const QList<Fact> &facts, QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 6);
    for (int row = 0; row < facts.size(); ++row) {
        auto *name = new PlainLabel(facts[row].name, PlainLabel::Muted);
        QWidget *value = valueLabel(facts[row].value);
        value->setAccessibleName(facts[row].name + QStringLiteral(": ") + facts[row].value);
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1);
    }
}

} // namespace gatehouse
