// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/client_limits_form.h"

#include <QDoubleSpinBox>
#include <QFormLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr double largestInt = std::numeric_limits<int>::max();
constexpr double largestTokens = 1e15; // exact in a double

} // namespace

ClientLimitsForm::ClientLimitsForm(const Limits &limits, QWidget *parent)
    : QGroupBox(tr("Limits"), parent)
    , m_limits(limits)
{
    auto *form = new QFormLayout(this);
    m_requests = addField(*form, tr("&Requests a minute:"), u"requestsPerMinute"_s, largestInt,
                          limits.requestsPerMinute);
    m_tokens = addField(*form, tr("&Tokens a minute:"), u"tokensPerMinute"_s, largestTokens,
                        double(limits.tokensPerMinute));
    m_concurrent = addField(*form, tr("Requests &at once:"), u"concurrent"_s, largestInt, limits.concurrent);
}

QDoubleSpinBox *ClientLimitsForm::addField(QFormLayout &form, const QString &label, const QString &name,
                                           double largest, double value)
{
    auto *field = new QDoubleSpinBox;
    field->setObjectName(name);
    field->setDecimals(0);
    field->setRange(0, largest);
    field->setSpecialValueText(tr("No limit"));
    field->setGroupSeparatorShown(true);
    field->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    field->setValue(value);
    form.addRow(label, field);
    return field;
}

Limits ClientLimitsForm::limits() const
{
    Limits limits{int(m_requests->value()), qint64(m_tokens->value()), int(m_concurrent->value())};
    // A file may hold more than the field can show; what was not touched stays.
    if (double(m_limits.tokensPerMinute) > largestTokens && m_tokens->value() == largestTokens)
        limits.tokensPerMinute = m_limits.tokensPerMinute;
    return limits;
}

} // namespace gatehouse
