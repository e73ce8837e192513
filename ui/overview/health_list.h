// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace gatehouse {

class HealthRow;

//! How each provider fares, in order of priority. Counts cooldowns down, but only while it is seen.
class HealthList final : public QWidget
{
    Q_OBJECT

public:
    explicit HealthList(const Context &context, QWidget *parent = nullptr);

    void refresh();
    //! Whether the countdown runs.
    bool isCounting() const { return m_clock.isActive(); }

private:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showHistory();
    void tick();
    void countWhereNeeded();

    Context m_context;
    QVBoxLayout *m_layout;
    QList<HealthRow *> m_rows;
    QTimer m_clock;
};

} // namespace gatehouse
