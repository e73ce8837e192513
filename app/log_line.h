// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

namespace gatehouse {

//! How much is logged: a level lets through itself and those before it.
enum class LogLevel { Error, Warn, Info, Debug };

//! How a line of the log is written.
enum class LogFormat { Text, Json };

//! A named value beside the message, for programs that read the log.
struct LogField
{
    const char *name; //!< written as it is: letters, digits and `_`
    std::variant<std::nullptr_t, bool, qint64, double, QString> value;
};

//! One entry of the log.
struct LogLine
{
    qint64 timeMs = 0; //!< UTC
    LogLevel level = LogLevel::Info;
    QByteArray category = {};
    QByteArray message = {};     //!< UTF-8
    QList<LogField> fields = {}; //!< only the JSON format shows them
};

//! `error`, `warn`, `info` or `debug`.
QByteArrayView levelName(LogLevel level);

//! \a line as text or as a JSON object, with `\n` at its end and nowhere else: control characters are
//! escaped, so that no outsider's text can forge a line or move a terminal's cursor. A message is cut
//! at 3,000 bytes, a text field at 300.
QByteArray formatLine(const LogLine &line, LogFormat format);

} // namespace gatehouse
