// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"

#include <QByteArrayView>
#include <QString>

#include <utility>
#include <vector>

namespace gatehouse {

//! A value of a YAML document. Tags are ignored; aliases and merge keys (`<<`) are in place of what they
//! mean.
struct YamlNode
{
    enum Kind { Null, Scalar, List, Map };
    Kind kind = Null;
    QString text = {};    //!< of a scalar, whatever its type
    bool isPlain = false; //!< a scalar without quotes
    std::vector<YamlNode> items = {};
    std::vector<std::pair<QString, YamlNode>> members = {}; //!< in order, each name once

    //! The member of that name; a null node where there is none.
    const YamlNode &operator[](QLatin1StringView name) const;
    bool has(QLatin1StringView name) const;
};

//! The first document of a text.
struct YamlText
{
    YamlNode root;
    bool hasMore = false; //!< something follows the first document
};

//! Parses \a text, which must be UTF-8: at most 64 levels, and 100,000 nodes and 16 Mi characters after
//! aliases are put in their places; no name longer than 1,000 characters. An Error names line and column, and
//! repeats nothing of the text but a doubled key's line.
Result<YamlText> parseYaml(QByteArrayView text);

} // namespace gatehouse
