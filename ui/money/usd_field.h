// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace gatehouse {

//! A field for an amount in US dollars, in cents; 0 reads "No limit".
class UsdField final : public QDoubleSpinBox
{
    Q_OBJECT

public:
    explicit UsdField(QWidget *parent = nullptr);

    void setUsd(double usd);
    //! What was set, to the last digit, unless a person has changed it.
    double usd() const;

private:
    double m_given = 0;
    double m_shown = 0; //!< what the field made of it
};

} // namespace gatehouse
