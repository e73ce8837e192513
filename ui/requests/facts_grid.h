// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requests/facts.h"

#include <QWidget>

namespace gatehouse {

//! Names and values side by side. A value breaks anywhere rather than being cut off; its context menu copies
//! it as it is.
class FactsGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit FactsGrid(const QList<Fact> &facts, QWidget *parent = nullptr);
};

//! \a text with places to break in words that no line would hold.
QString breakable(const QString &text);

//! A label for \a text from outside that breaks anywhere, and copies it as it is.
QWidget *valueLabel(const QString &text);

} // namespace gatehouse
