// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace gatehouse {

//! \a json with line breaks and indentation. Nothing else changes: numbers, strings and the order of keys
//! stay byte for byte. What is not one JSON value, or nests too deeply, comes back as it is.
QByteArray prettyJson(const QByteArray &json);

//! What is shown of a body.
struct ShownBody
{
    QString text = {};
    bool shortened = false; //!< there is more, or a line of it is too long to be shown whole
};

//! At most \a most bytes of \a body, pretty-printed where it is JSON.
ShownBody shownBody(const QByteArray &body, qsizetype most = 1024 * 1024);

} // namespace gatehouse
