// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/money/usd_field.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr double largest = 1e9;

//! A file may have parts of a cent: less than one must not read "No limit".
int decimalsFor(double usd)
{
    const double cents = usd * 100;
    return std::abs(cents - std::round(cents)) < 1e-6 ? 2 : 6;
}

} // namespace

UsdField::UsdField(QWidget *parent)
    : QDoubleSpinBox(parent)
{
    setRange(0, largest);
    setPrefix(u"$"_s);
    setSpecialValueText(tr("No limit"));
    setGroupSeparatorShown(true);
    setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
}

void UsdField::setUsd(double usd)
{
    setDecimals(decimalsFor(usd));
    setValue(usd);
    m_given = usd;
    m_shown = value();
}

double UsdField::usd() const
{
    return value() == m_shown ? m_given : value();
}

} // namespace gatehouse
