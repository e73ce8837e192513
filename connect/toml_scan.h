// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace gatehouse {

//! A line of a TOML text that says something: the head of a table, or a key with its value, which may go
//! on over more lines. Offsets are bytes.
struct TomlEntry
{
    enum Kind { Table, TableOfList, Value };

    Kind kind = Value;
    QStringList table = {}; //!< of a value: the one it stands in; of a head: the one it begins
    QStringList path = {};  //!< of a value: the whole of it, its table's included
    qsizetype start = 0;    //!< of the first line
    qsizetype begin = 0;    //!< of the value
    qsizetype end = 0;      //!< behind the value
    qsizetype next = 0;     //!< where the line behind it starts
};

//! Finds the entries of \a text (TOML 1.0). Values are not read, only told apart: an Error names the first
//! line that is not well-formed.
Result<QList<TomlEntry>> scanToml(const QByteArray &text);

} // namespace gatehouse
