// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace gatehouse {

//! What an entry of `apiKey` refers to: the key itself never stands in a configuration.
struct KeyReference
{
    enum Kind {
        Variable, //!< `${NAME}`
        Keychain, //!< `keychain:provider[/n]@host[:port]`
        Invalid,  //!< anything else: perhaps a key itself, so never to be shown
    };
    Kind kind = Invalid;
    QString name = {}; //!< of the variable, or the whole keychain entry (without `keychain:`)
    QString host = {}; //!< `host[:port]` that a keychain entry is for, lower case
};

KeyReference readKeyReference(const QString &text);

//! Whether a variable can be called that: letters, digits and `_`, not beginning with a digit.
bool isVariableName(QStringView name);

//! Whether a provider can be called that: `[a-z0-9._-]{1,64}`, but not `.` or `..`, which a URL swallows.
bool isProviderId(QStringView id);

} // namespace gatehouse
