// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace gatehouse {

//! A language that the window can speak.
struct Language
{
    QString code; //!< such as `zh_CN`
    QString name; //!< in that language

    bool operator==(const Language &) const = default;
};

//! English, and those for which \a folder has a catalogue `gatehouse_CODE.qm`, by name.
QList<Language> languagesIn(const QString &folder);

} // namespace gatehouse
