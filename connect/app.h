// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace gatehouse {

//! An application, or a library, that can be told to ask the gateway.
struct ConnectableApp
{
    enum class Kind {
        File,       //!< has a file of its own, which can be set up from here
        ByHand,     //!< settings to be copied
        Unreachable //!< its requests come from elsewhere: 127.0.0.1 cannot work
    };

    QString id;   //!< as on the command line: `claude-code`
    QString name; //!< its maker's spelling
    Kind kind = Kind::ByHand;
    QString why =
        {}; //!< for Unreachable: a sentence for a person; its translation has the context `ConnectableApp`
};

//! All of them, in the order in which a person is shown them.
const QList<ConnectableApp> &connectableApps();

//! The app of that id, or null.
const ConnectableApp *connectableApp(const QString &id);

} // namespace gatehouse
