// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"

#include <QByteArray>

#include <vector>

namespace gatehouse {

//! Where a value of a YAML text stands. Offsets are bytes.
struct PlacedYaml
{
    enum Kind { Mapping, Sequence, Scalar, Alias };

    Kind kind = Scalar;
    bool isFlow = false;   //!< in braces or brackets
    bool isMarked = false; //!< has an anchor or a tag
    QByteArray text = {};  //!< of a scalar
    qsizetype begin = 0;
    qsizetype end = 0;                     //!< behind the last character that is not blank
    qsizetype column = 0;                  //!< of its beginning
    std::vector<PlacedYaml> children = {}; //!< entries; of a mapping: key, value, key, value …

    //! The index of the value of that name among the children, or -1.
    qsizetype valueOf(QByteArrayView name) const;
};

//! What a text holds: nothing, or one document.
struct PlacedYamlText
{
    bool isEmpty = true;
    PlacedYaml root = {};
};

//! Reads \a text, at most 32 levels deep. Errors: not well-formed, with the line; more than one document.
Result<PlacedYamlText> readYaml(const QByteArray &text);

} // namespace gatehouse
