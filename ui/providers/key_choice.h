// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace gatehouse {

//! What is to become of a provider's keys when it is saved.
struct KeyChoice
{
    QStringList references;   //!< Provider::apiKeys
    QByteArray typed = {};    //!< a key that is to be kept before the provider is saved; empty: none
    QString entry = {};       //!< the keychain entry for it
    bool sessionOnly = false; //!< it is to be kept in memory
    QStringList dropped = {}; //!< entries that a person gave up and nobody else uses
};

} // namespace gatehouse
