// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_record.h"

#include <QList>
#include <QString>

#include <optional>

namespace gatehouse {

//! What totals are told apart by.
enum class UsageKey {
    None,
    Provider, //!< Provider::id; empty: none was chosen
    Model,    //!< the provider's name for it; empty: none was chosen
    Caller,   //!< the client's name, or the program's where it sent no key; empty: neither is known
};

//! How fine totals are told apart in time. Hours are those of UTC, days those of the place where the
//! program ran when the request came.
enum class UsageStep { Hour, Day };

//! Which requests are meant: all, but where a name is given.
struct UsageFilter
{
    std::optional<QString> provider = {};
    std::optional<QString> model = {};
    std::optional<QString> caller = {};

    bool operator==(const UsageFilter &) const = default;
};

//! A question about totals.
struct UsageQuery
{
    qint64 fromMs = 0; //!< UTC; hours or days that begin at or after it
    qint64 toMs = 0;   //!< UTC; and before it
    UsageStep step = UsageStep::Day;
    UsageKey by = UsageKey::None;
    UsageFilter filter = {};

    bool operator==(const UsageQuery &) const = default;
};

//! What some requests come to.
struct UsageTotals
{
    qint64 requests = 0;
    qint64 failed = 0;    //!< with a status of 400 or more, or broken off; but for those that were abandoned
    qint64 abandoned = 0; //!< the client left
    TokenUsage tokens = {};
    qint64 estimated = 0; //!< requests whose tokens are a guess
    double costUsd = 0;   //!< of those whose price is known
    qint64 unpriced = 0;  //!< requests with tokens whose cost is not known
    //! Milliseconds to the first byte of an answer, within 5 %; none: no answer came.
    std::optional<double> firstByteP50 = {};
    std::optional<double> firstByteP95 = {};

    bool operator==(const UsageTotals &) const = default;
};

struct UsageRow
{
    qint64 startMs = 0; //!< UTC, when its hour or day began
    QString key = {};   //!< as UsageQuery::by says
    UsageTotals totals = {};

    bool operator==(const UsageRow &) const = default;
};

//! The answer.
struct UsageTable
{
    QList<UsageRow> rows = {}; //!< in order of time, then of key; steps without requests are left out
    QList<UsageRow> keys = {}; //!< the whole time, a row for each key, most requests first; startMs is 0
    UsageTotals total = {};
    QString problem = {}; //!< why the store could not be asked; empty if it could

    bool operator==(const UsageTable &) const = default;
};

//! How the store fares.
struct UsageState
{
    bool writing = true;  //!< false: what is recorded waits, for the reason that `message` gives
    QString message = {}; //!< for a person; also tells that an unreadable file was set aside
    qint64 waiting = 0;   //!< records that are not on disk yet, while it does not write
    qint64 lost = 0;      //!< records that were given up since the start

    bool operator==(const UsageState &) const = default;
};

} // namespace gatehouse
