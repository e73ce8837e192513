// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QMap>

#include <utility>

namespace gatehouse::soak {

//! How requests of one caller that got one status have ended.
struct Ended
{
    qint64 ok = 0;
    qint64 failed = 0; //!< an error, or an answer that broke off

    bool operator==(const Ended &) const = default;
};

//! By caller and status.
using Endings = QMap<std::pair<QByteArray, int>, Ended>;

//! What visitors have seen.
struct Tally
{
    Endings endings;              //!< of requests to models whose answer was waited for
    qint64 left = 0;              //!< those whose client went away after the whole request was sent
    qint64 unsent = 0;            //!< those whose client went away before: they never began
    qint64 local = 0;             //!< answered by the gateway itself
    qint64 refusedAtDoor = 0;     //!< they leave no record
    qint64 wrong = 0;             //!< answers that must not be
    QByteArrayList wrongExamples; //!< the first of them

    void noteWrong(const QByteArray &what);
    Tally &operator+=(const Tally &other);

    qint64 ok() const;
    qint64 failed() const;
    qint64 started() const { return ok() + failed() + left; }
};

} // namespace gatehouse::soak
