// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/tally.h"

#include <QString>

namespace gatehouse::soak {

//! What the program has counted: its database of usage, or its metrics.
struct Ledger
{
    Endings endings;                    //!< of metrics: all in `ok`, they do not tell how an answer ended
    QMap<QByteArray, qint64> abandoned; //!< status 499, by caller
    qint64 attempts = 0;                //!< at providers
    qint64 lost = 0;                    //!< records that could not be stored
    qint64 inFlight = 0;                //!< now

    qint64 requests() const;
};

//! The requests in the database \a path that arrived from \a sinceMs on.
Ledger readDatabase(const QString &path, qint64 sinceMs);
//! \a text: an answer of GET /metrics.
Ledger readMetrics(const QByteArray &text);

//! Where the three accounts of the same requests disagree; empty: nowhere.
QByteArrayList disagreements(const Tally &seen, const Ledger &stored, const Ledger &metrics);

} // namespace gatehouse::soak
