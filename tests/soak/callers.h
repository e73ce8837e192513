// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace gatehouse::soak {

//! Who asks, one name for each way of asking: so the records of those who leave stand apart from those whose
//! answers are known for certain.
namespace caller {
inline const QByteArray stays = "stays";     //!< waits for every answer
inline const QByteArray leaves = "leaves";   //!< goes away at any moment
inline const QByteArray limited = "limited"; //!< may ask little
inline const QByteArray narrow = "narrow";   //!< may ask for gpt-4o alone
inline const QByteArray unknown = "";        //!< has no key, or a wrong one
} // namespace caller

inline QByteArray keyOf(const QByteArray &name)
{
    return "gh-soak-key-of-" + name + "-0123456789";
}

//! The `clients` of a configuration.
QByteArray clientsText();

} // namespace gatehouse::soak
