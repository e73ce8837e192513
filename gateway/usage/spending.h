// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace gatehouse {

//! What was spent, in USD, on the local day and in its month.
struct Spending
{
    QString client = {}; //!< empty: all that sent no key
    double today = 0;
    double thisMonth = 0;

    bool operator==(const Spending &) const = default;
};

//! The spending of every client, and of all together.
struct SpendingTable
{
    QDate day = {}; //!< the local day that was "today"
    QList<Spending> clients = {};
    Spending all = {};
    QString problem = {}; //!< why the store could not be asked; empty if it could

    bool operator==(const SpendingTable &) const = default;
};

//! How the store was asked for its spending.
struct StoreSpending
{
    qint64 askedMs = 0; //!< UTC
    bool ours = false;  //!< it told also of what was spent since the start, up to then
};

} // namespace gatehouse
