// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/config.h"
#include "gateway/pipeline/budget_period.h"
#include "gateway/status/alert.h"
#include "gateway/status/budget_status.h"
#include "gateway/usage/spending.h"

#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace gatehouse {

//! Knows what was spent today and this month, by each client and by all together, and says when it is enough.
//! Lives in the gateway thread. Times are UTC milliseconds of the wall clock, days and months local ones.
//! What runs already is never cut off, so that requests that run at the same time may overdraw a budget
//! together.
class Budgets final
{
public:
    //! What the store knows of: what spend() has counted comes on top of it, unless it is among that. A
    //! second answer takes the place of the first. Returns the alerts that only the sum is cause for.
    QList<Alert> setSpent(const Config &config, const SpendingTable &spent, const StoreSpending &asked);

    //! Counts the cost of one answer to \a client (empty: it sent no key). Returns an alert for each budget
    //! that this takes to 80 % or 100 %, so that there is one of each in a period.
    QList<Alert> spend(const Config &config, const QString &client, double usd, qint64 nowMs);

    //! Whether a request of \a client (null: it sent no key) must be refused: 429 budget_exceeded, until the
    //! last of the used-up budgets that concern it begins anew.
    std::optional<Error> check(const Config &config, const Client *client, qint64 nowMs) const;

    //! Lets a client (empty: all together) go on in spite of those of its budgets, of the day and of the
    //! month, that are used up now; each until its period ends.
    void lift(const Config &config, const QString &client, qint64 nowMs);

    //! The budgets that are set: that of all first, then as Config::clients.
    QList<BudgetStatus> status(const Config &config, qint64 nowMs) const;

private:
    struct Account
    {
        Spending before = {};  //!< this program started
        Spending counted = {}; //!< since
        bool dayLifted = false;
        bool monthLifted = false;
    };
    struct Periods
    {
        BudgetPeriod day;
        BudgetPeriod month;
    };
    //! One limit, and what was spent against it.
    struct Gauge
    {
        double limit = 0; //!< 0: there is none
        double spent = 0;
        bool lifted = false;
        bool monthly = false;
        qint64 endMs = 0;

        bool isUsedUp() const;
    };
    using Gauges = std::array<Gauge, 2>; //!< of the day, of the month

    Periods periodsAt(qint64 ms) const;
    void enter(qint64 ms);
    Gauges gaugesOf(const QString &client, const Budget &budget, const Periods &now) const;
    static void addAlerts(QList<Alert> &alerts, const QString &client, const Gauges &before,
                          const Gauges &after, qint64 nowMs);

    Periods m_periods = {};             //!< those that the accounts are about
    QHash<QString, Account> m_accounts; //!< by Client::name; empty: of all together
};

} // namespace gatehouse
