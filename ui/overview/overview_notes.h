// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QHash>
#include <QWidget>

namespace gatehouse {

class Banner;
struct BudgetStatus;
struct UsageState;

//! What a person should know at a glance, above all else: paid providers that are paused, budgets that are
//! used up, a store that does not write.
class OverviewNotes final : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewNotes(const Context &context, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    //! The budget of \a client is to be lifted; empty: that of all.
    void liftRequested(const QString &client);

private:
    void sayPaused();
    void sayBudgets();
    void sayStore();
    Banner *budgetBanner(const QString &client);

    Context m_context;
    Banner *m_paused;
    QHash<QString, Banner *> m_budgets; //!< by client
    Banner *m_store;
    QString m_storeClosed; //!< what a person has read and put away
};

} // namespace gatehouse
