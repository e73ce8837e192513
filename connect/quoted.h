// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace gatehouse {

//! \a text between double quotes, as JSON, TOML (basic string), YAML, Python and JavaScript all read it.
QByteArray quoted(const QString &text);

//! \a text as one word of a POSIX shell; bare where nothing in it means anything there. A NUL is left out: no
//! word can hold one.
QString shellWord(QString text);

//! \a text as a value in a `.env` file that dotenv for Node reads; empty where no quotes can hold it.
QByteArray environmentValue(const QString &text);

} // namespace gatehouse
