// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace gatehouse::soak {

//! Memory at one moment.
struct Sample
{
    double seconds = 0;
    double kiB = 0;
};

//! How memory grew. Samples next to one another are alike, so that each says little of its own: the line is
//! laid through the medians of a dozen spans, and its uncertainty is what these scatter around it.
struct Growth
{
    double seconds = 0;      //!< between the first and the last sample
    double apart = 0;        //!< in seconds, the samples that are compared for `kiB`
    double kiB = 0;          //!< the median of what a sample has more than the one `apart` before it
    double kiBPerHour = 0;   //!< the slope of the line
    double errorPerHour = 0; //!< its standard error
    QList<Sample> points;    //!< that the line goes through
};

//! What is free goes back to the system once a minute, and memory goes up and down with that. Samples are
//! therefore compared that are whole minutes apart; where there is no minute of them, three quarters of all.
Growth growthOf(const QList<Sample> &samples);

} // namespace gatehouse::soak
