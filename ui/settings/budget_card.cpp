// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/budget_card.h"

#include "ui/live_status.h"
#include "ui/money/budget_text.h"
#include "ui/money/usd_field.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/plain_label.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Null where none is set.
const BudgetStatus *budgetOfAll(const LiveStatus &status)
{
    const QList<BudgetStatus> &budgets = status.now().budgets;
    return !budgets.isEmpty() && budgets.constFirst().client.isEmpty() ? &budgets.constFirst() : nullptr;
}

} // namespace

BudgetCard::BudgetCard(const Context &context, QWidget *parent)
    : EditedCard(context, tr("Budget and alerts"), tr("Apply"), tr("Revert"), parent)
    , m_form(new QFormLayout)
    , m_daily(new UsdField)
    , m_monthly(new UsdField)
    , m_spent(new PlainLabel)
    , m_usedUp(new Banner)
    , m_errorRate(new QSpinBox)
    , m_webhook(new QLineEdit)
{
    m_daily->setObjectName(u"dailyUsd"_s);
    m_monthly->setObjectName(u"monthlyUsd"_s);
    m_spent->setObjectName(u"spent"_s);
    m_usedUp->setObjectName(u"usedUp"_s);
    m_usedUp->setClosable(false);
    QPushButton *lift = m_usedUp->addAction(tr("Let it go on"));
    lift->setObjectName(u"liftBudget"_s);
    lift->setToolTip(tr("Lifts the budget until its period ends"));
    m_errorRate->setObjectName(u"errorRate"_s);
    m_errorRate->setRange(0, 100);
    m_errorRate->setSuffix(tr(" % of answers"));
    m_errorRate->setToolTip(tr("Of one provider, within five minutes"));
    m_errorRate->setSpecialValueText(tr("Never"));
    m_webhook->setObjectName(u"webhook"_s);
    m_webhook->setPlaceholderText(u"https://"_s);

    m_form->addRow(tr("US dollars a day:"), m_daily);
    m_form->addRow(tr("US dollars a month:"), m_monthly);
    m_form->addRow(tr("Spent:"), m_spent);
    m_form->addRow(tr("Tell when a provider fails:"), m_errorRate);
    m_form->addRow(tr("Send alerts to (webhook):"), m_webhook);
    for (QAbstractSpinBox *field :
         {static_cast<QAbstractSpinBox *>(m_daily), static_cast<QAbstractSpinBox *>(m_monthly),
          static_cast<QAbstractSpinBox *>(m_errorRate)})
        field->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    body()->addWidget(new PlainLabel(tr("What all requests together may cost. You are told at 80 %; at 100 % "
                                        "requests are refused until the "
                                        "day or month ends. Clients can have budgets of their own."),
                                     PlainLabel::Muted));
    body()->addWidget(m_usedUp);
    body()->addLayout(m_form);
    body()->addWidget(new PlainLabel(
        tr("Each alert is sent to that address as JSON, by POST: a provider that is down or back, a refused "
           "key, "
           "many errors, a budget that is nearly or wholly used up. It holds no keys, prompts or answers."),
        PlainLabel::Muted));

    connect(m_daily, &UsdField::valueChanged, this, &BudgetCard::edited);
    connect(m_monthly, &UsdField::valueChanged, this, &BudgetCard::edited);
    connect(m_errorRate, &QSpinBox::valueChanged, this, &BudgetCard::edited);
    connect(m_webhook, &QLineEdit::textChanged, this, &BudgetCard::edited);
    connect(lift, &QPushButton::clicked, this, &BudgetCard::liftRequested);
    begin();
    showSpent();
}

void BudgetCard::showSpent()
{
    const BudgetStatus *budget = budgetOfAll(context().status);
    m_form->setRowVisible(m_spent, budget != nullptr);
    if (budget)
        m_spent->setText(budget->lifted ? tr("%1 (lifted)").arg(spentText(*budget)) : spentText(*budget));
    if (!budget || !isUsedUp(*budget))
        return m_usedUp->hide();
    const QString text = usedUpText(*budget, QDateTime::currentDateTime());
    if (m_usedUp->isHidden() || m_usedUp->accessibleName() != text) // each time it is read out
        m_usedUp->say(Tone::Warning, text);
}

void BudgetCard::fill(const Config &config)
{
    m_daily->setUsd(config.budget.dailyUsd);
    m_monthly->setUsd(config.budget.monthlyUsd);
    m_errorRate->setValue(config.alerts.errorRatePercent);
    m_webhook->setText(config.alerts.webhookUrl);
}

void BudgetCard::read(Config &config) const
{
    config.budget = {m_daily->usd(), m_monthly->usd()};
    config.alerts.errorRatePercent = m_errorRate->value();
    config.alerts.webhookUrl = m_webhook->text().trimmed();
}

void BudgetCard::copyPart(const Config &from, Config &to) const
{
    to.budget = from.budget;
    to.alerts = from.alerts;
}

void BudgetCard::onRefused(const QList<Problem> &problems)
{
    for (const Problem &problem : problems) {
        if (problem.warning)
            continue;
        if (problem.path == "/alerts/webhookUrl"_L1)
            return m_webhook->setFocus();
        if (problem.path == "/alerts/errorRatePercent"_L1)
            return m_errorRate->setFocus();
        if (problem.path.startsWith("/budget/"_L1))
            return (problem.path == "/budget/monthlyUsd"_L1 ? m_monthly : m_daily)->setFocus();
    }
}

} // namespace gatehouse
