// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/alerts.h"
#include "gateway/config/client.h"
#include "gateway/config/listener.h"
#include "gateway/config/provider.h"
#include "gateway/config/route.h"

#include <chrono>

namespace gatehouse {

//! Everything a person can set. Travels as an immutable snapshot: a running exchange keeps the one
//! it began with.
struct Config
{
    Listener listener;
    QList<Client> clients;
    QList<Provider> providers; //!< in order of priority
    QList<Route> routes;
    QString defaultModel;
    std::chrono::seconds cooldownMax{300};
    std::chrono::seconds healthInterval{60};
    int usageKeepDays = 90;
    Budget budget; //!< of all requests together
    AlertRules alerts;

    bool operator==(const Config &) const = default;
};

//! Something wrong, or doubtful, in a configuration file.
struct Problem
{
    QString path;         //!< JSON path, such as `/providers/0/baseUrl`
    QString message;      //!< what is wrong and how to mend it; never holds a secret
    bool warning = false; //!< does not make the file invalid

    bool operator==(const Problem &) const = default;
};

} // namespace gatehouse
