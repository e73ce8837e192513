// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/json_text.h"

namespace gatehouse {

// Changes to a JSON text that keep everything else in it: order, layout and comments. New text is given with
// `\n` for a new line and `\t` for a step of indentation; it comes out on one line where its surroundings do.

//! A child that an object or list is to have.
struct SplicedChild
{
    static constexpr size_t none = size_t(-1);
    size_t from = none; //!< which child it is now; none if it is new
    QByteArray text;    //!< the whole of it, with its name; of a child that is there already: as it stands in
                        //!< the text, or what is to stand in its place
};

//! The text of \a container, brackets included, with \a children instead of those it has. A child that
//! changes its place takes the comments above and behind it along; those of one that goes stay.
QByteArray withChildren(QByteArrayView text, const JsonNode &container,
                        const std::vector<SplicedChild> &children);

//! \a value as it would stand in the place of the value of \a node.
QByteArray laidOutAt(QByteArrayView text, const JsonNode &node, const QByteArray &value);

//! \a text with \a value, as it is, in the place of the value of \a node.
QByteArray withValue(QByteArrayView text, const JsonNode &node, QByteArrayView value);

//! \a text with one more member or element at the end of \a container.
QByteArray withChild(QByteArrayView text, const JsonNode &container, const QByteArray &child);

//! \a text without that member or element of \a container.
QByteArray withoutChild(QByteArrayView text, const JsonNode &container, size_t index);

//! \a text as a JSON string.
QByteArray quotedJson(const QString &text);

} // namespace gatehouse
