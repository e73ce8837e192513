// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/edited_card.h"

class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace gatehouse {

class PlainLabel;
class UsdField;

//! What all requests together may cost, and whom to tell when something is wrong.
class BudgetCard final : public EditedCard
{
    Q_OBJECT

public:
    explicit BudgetCard(const Context &context, QWidget *parent = nullptr);

    //! How much is spent, as the gateway tells it now.
    void showSpent();

Q_SIGNALS:
    //! The budget, which is used up, is to be lifted.
    void liftRequested();

private:
    void fill(const Config &config) override;
    void read(Config &config) const override;
    void copyPart(const Config &from, Config &to) const override;
    void onRefused(const QList<Problem> &problems) override;

    QFormLayout *m_form;
    UsdField *m_daily;
    UsdField *m_monthly;
    PlainLabel *m_spent;
    Banner *m_usedUp;
    QSpinBox *m_errorRate; //!< percent
    QLineEdit *m_webhook;
};

} // namespace gatehouse
