// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

class QHBoxLayout;

namespace gatehouse {

class PlainLabel;
class RequestBars;

//! What today's requests came to, and how they lie in the last 24 hours.
class TodayCard final : public QWidget
{
    Q_OBJECT

public:
    explicit TodayCard(const Context &context, QWidget *parent = nullptr);

    void refresh();

private:
    void showEvent(QShowEvent *event) override;
    //! A number with what it is under it.
    PlainLabel *addFigure(QHBoxLayout &row, const QString &caption, const QString &name);
    QString note() const;

    Context m_context;
    PlainLabel *m_requests;
    PlainLabel *m_failed;
    PlainLabel *m_input;
    PlainLabel *m_output;
    PlainLabel *m_cost;
    PlainLabel *m_note;
    RequestBars *m_bars;
    PlainLabel *m_nothing;
};

} // namespace gatehouse
