// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/client_budget_form.h"

#include "ui/money/usd_field.h"
#include "ui/widgets/plain_label.h"

#include <QFormLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

ClientBudgetForm::ClientBudgetForm(const Budget &budget, QWidget *parent)
    : QGroupBox(tr("Budget"), parent)
    , m_daily(new UsdField)
    , m_monthly(new UsdField)
{
    m_daily->setObjectName(u"dailyUsd"_s);
    m_monthly->setObjectName(u"monthlyUsd"_s);
    m_daily->setUsd(budget.dailyUsd);
    m_monthly->setUsd(budget.monthlyUsd);
    auto *form = new QFormLayout(this);
    form->addRow(tr("US dollars a &day:"), m_daily);
    form->addRow(tr("US do&llars a month:"), m_monthly);
    form->addRow(new PlainLabel(tr("Once it is used up, requests are refused."), PlainLabel::Muted));
}

Budget ClientBudgetForm::budget() const
{
    return {m_daily->usd(), m_monthly->usd()};
}

QString ClientBudgetForm::fieldName(const QString &name)
{
    if (name == "dailyUsd"_L1)
        return tr("US dollars a day");
    return name == "monthlyUsd"_L1 ? tr("US dollars a month") : QString();
}

void ClientBudgetForm::focusField(const QString &name)
{
    (name == "monthlyUsd"_L1 ? m_monthly : m_daily)->setFocus();
}

} // namespace gatehouse
