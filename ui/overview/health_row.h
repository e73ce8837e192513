// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/status/gateway_status.h"
#include "ui/today/hour_count.h"

#include <QDateTime>
#include <QWidget>

class QPushButton;

namespace gatehouse {

class HealthStrip;
class PlainLabel;
class StateMark;

//! How one provider fares, in a line.
class HealthRow final : public QWidget
{
    Q_OBJECT

public:
    explicit HealthRow(QWidget *parent = nullptr);

    void set(const ProviderStatus &status, const QDateTime &now);
    //! How it fared; without \a hours nothing is shown.
    void setHistory(const LastHours &hours);
    //! Counts down to the end of a cooldown.
    void tick(const QDateTime &now);
    bool isCooling() const { return m_status.state == ProviderState::Cooling && m_status.untilMs; }
    const QString &provider() const { return m_status.id; }

Q_SIGNALS:
    //! It is to be asked again before its cooldown ends.
    void tryNow(const QString &provider);

private:
    ProviderStatus m_status;
    StateMark *m_mark;
    PlainLabel *m_name;
    PlainLabel *m_reason;
    HealthStrip *m_history;
    PlainLabel *m_figures;
    QPushButton *m_try;
};

//! `until 14:05:10 (in 12 s)`, in local time; with the date where that is another day.
QString coolingText(qint64 untilMs, const QDateTime &now);

} // namespace gatehouse
