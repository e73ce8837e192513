// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>

namespace gatehouse::soak {

//! What to do, from the command line.
struct Order
{
    QString program; //!< gatehoused, or with `window` gatehouse
    std::chrono::seconds time{120};
    quint32 seed = 0; //!< of all that is random, as far as it does not hang on who is faster
    int visitors = 12;
    std::chrono::milliseconds pause{60}; //!< of a visitor between two requests, on average
    bool window = false;                 //!< open the window at a charted year, and a dialog
    int requestsPerDay = 200;            //!< of that year
    QString picture;                     //!< where a picture of the screen goes; empty: nowhere
};

//! Ends the program with a message where the words make no sense.
Order readOrder(const QStringList &arguments);

} // namespace gatehouse::soak
