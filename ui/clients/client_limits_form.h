// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/limits.h"

#include <QGroupBox>

class QDoubleSpinBox;
class QFormLayout;

namespace gatehouse {

//! Fields for Limits; 0 reads "No limit".
class ClientLimitsForm final : public QGroupBox
{
    Q_OBJECT

public:
    explicit ClientLimitsForm(const Limits &limits, QWidget *parent = nullptr);

    Limits limits() const;

private:
    //! A field for whole numbers up to \a largest: more than a QSpinBox can hold.
    QDoubleSpinBox *addField(QFormLayout &form, const QString &label, const QString &name, double largest,
                             double value);

    Limits m_limits; //!< as they were
    QDoubleSpinBox *m_requests;
    QDoubleSpinBox *m_tokens;
    QDoubleSpinBox *m_concurrent;
};

} // namespace gatehouse
