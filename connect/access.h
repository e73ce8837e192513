// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

//! What an application needs to know of the gateway.
struct Access
{
    QString url;        //!< such as `http://127.0.0.1:1337`: no slash, no version at its end
    QString model = {}; //!< a callable name; empty: the application's own choice
    QString key = {};   //!< a client key; empty where none is asked for

    bool operator==(const Access &) const = default;
};

//! What stands in the place of a key for applications that insist on one; the gateway takes any text while it
//! has no clients.
QString keyOrPlaceholder(const Access &access);

//! The model, or \a usual where none is chosen and the place needs one.
QString modelOr(const Access &access, const QString &usual);

} // namespace gatehouse
