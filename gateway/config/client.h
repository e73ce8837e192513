// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/limits.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace gatehouse {

//! What a client may spend, in US dollars. 0 = no limit.
struct Budget
{
    double dailyUsd = 0;
    double monthlyUsd = 0;

    bool operator==(const Budget &) const = default;
};

//! An application that calls us with a key of ours.
struct Client
{
    QString name;
    QByteArray keyHash;                         //!< `sha256:` and 64 lower-case hex digits
    QStringList models = {QStringLiteral("*")}; //!< names or patterns it may ask for
    Limits limits = {};
    Budget budget = {};

    bool operator==(const Client &) const = default;
};

} // namespace gatehouse
