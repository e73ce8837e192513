// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace gatehouse {

//! One place where a route may send a request.
struct RouteTarget
{
    QString provider; //!< Provider::id
    QString model;    //!< the name that provider knows
    int weight = 1;   //!< share under Policy::Weighted; 0 = only when all others fail

    bool operator==(const RouteTarget &) const = default;
};

enum class Policy { Priority, Weighted, Fastest };

//! Maps a model name of our own to candidates.
struct Route
{
    QString model;
    Policy policy = Policy::Priority;
    QList<RouteTarget> targets;

    bool operator==(const Route &) const = default;
};

} // namespace gatehouse
