// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace gatehouse {

//! How a file of settings is written.
enum class SettingsFormat {
    Json, //!< with or without comments
    Toml,
    Yaml,       //!< a name at the top; behind it that of an entry of a list; behind that one in the entry
    Environment //!< `.env`: one name
};

//! A value in a file of settings.
struct Setting
{
    //! The names that lead to it. An entry of a list goes by what it holds as its `name`.
    QStringList path;
    //! As the format writes it. In JSON `\n` is a new line and `\t` a step of indentation, in an entry of a
    //! YAML list `\n` is the next line of the entry.
    QByteArray value;
    bool onlyIfMissing = false; //!< what stands there already is left
    bool isVerbatim = false;    //!< the value goes where one stands, as it is: it stood there before
    bool isListEntry = false;   //!< in JSON: the last name is that of an entry of a list

    bool operator==(const Setting &) const = default;
};

//! What an application's file is to say.
struct SettingsFile
{
    QString path;
    SettingsFormat format = SettingsFormat::Json;
    QList<Setting> settings = {};
};

} // namespace gatehouse
