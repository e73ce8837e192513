// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"

#include <QGroupBox>

class QFormLayout;
class QSpinBox;

namespace gatehouse {

//! How long a provider may take, and how often it is asked.
class TimingForm final : public QGroupBox
{
    Q_OBJECT

public:
    explicit TimingForm(QWidget *parent = nullptr);

    void setTiming(const Timeouts &timeouts, const Retry &retry);
    Timeouts timeouts() const;
    Retry retry() const;

private:
    static QSpinBox *addField(QFormLayout &form, const QString &label, const QString &name, int least,
                              int most, const QString &unit);

    QSpinBox *m_connect;
    QSpinBox *m_firstByte;
    QSpinBox *m_idle;
    QSpinBox *m_attempts;
    QSpinBox *m_baseDelay;
    QSpinBox *m_maxDelay;
};

} // namespace gatehouse
