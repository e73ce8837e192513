// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_query.h"

#include <QWidget>

class QHBoxLayout;

namespace gatehouse {

class PlainLabel;

//! What the whole time comes to: requests, failed ones, tokens, cost, and what of it is not certain.
class SummaryRow final : public QWidget
{
    Q_OBJECT

public:
    explicit SummaryRow(QWidget *parent = nullptr);

    void setTotals(const UsageTotals &totals);

private:
    PlainLabel *addFigure(QHBoxLayout &row, const QString &name, const QString &objectName);

    PlainLabel *m_requests;
    PlainLabel *m_failed;
    PlainLabel *m_tokens;
    PlainLabel *m_cost;
    PlainLabel *m_notes;
};

} // namespace gatehouse
