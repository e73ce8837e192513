// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <boost/json/value.hpp>

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace gatehouse {

//! Where a value, and what belongs to it, stands in a text. Offsets are bytes.
struct JsonNode
{
    enum Kind { Object, Array, Scalar };
    Kind kind = Scalar;
    QByteArray key = {};                 //!< its name in the object around it, decoded; empty in an array
    qsizetype start = 0;                 //!< of the key, or of the value where there is none
    qsizetype begin = 0;                 //!< of the value
    qsizetype end = 0;                   //!< behind the value
    qsizetype comma = -1;                //!< of the comma that follows, -1 if none does
    std::vector<JsonNode> children = {}; //!< members or elements, in order

    //! The member of that name, or null.
    const JsonNode *member(QByteArrayView name) const;
};

//! A JSON text with comments and trailing commas, as values and as places.
struct JsonText
{
    boost::json::value value;
    JsonNode root;
    //! Why there is no value (one error, with line and column), or names that are there twice.
    QList<Problem> problems;
};

//! Parses \a text, which has no BOM and at most 32 levels.
JsonText parseJsonText(QByteArrayView text);

//! Where in the text the value that \a path names begins; for a missing one, where what is around it does.
qsizetype positionOf(const JsonNode &root, const QString &path);

//! \a path with one more step. Steps are escaped as in RFC 6901.
QString pathTo(const QString &path, const QString &name);

} // namespace gatehouse
