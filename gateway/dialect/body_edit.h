// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/span.h"

#include <vector>

namespace gatehouse {

//! A change to a body that else goes on as it came.
struct BodyEdit
{
    Span span;       //!< what is replaced
    QByteArray text; //!< by what

    bool operator==(const BodyEdit &) const = default;
};

//! In the order of their places, without overlap.
using BodyEdits = std::vector<BodyEdit>;

//! Takes elements out of an array, or members out of an object, with the commas that would be too many. Is
//! told of all of them, in their order.
class ElementCutter final
{
public:
    //! Adds to \a edits; \a container stands in \a body.
    ElementCutter(QByteArrayView body, JsonView container, BodyEdits &edits);

    void keep(JsonView element) { m_from = endOf(element), m_any = true; }
    void cut(JsonView element);

private:
    qsizetype endOf(JsonView value) const;

    QByteArrayView m_body;
    BodyEdits &m_edits;
    qsizetype m_from;   //!< behind what is kept, or behind the opening bracket
    bool m_any = false; //!< something was kept
};

//! Adds to \a edits that \a value, which stands in \a body, becomes \a json.
void replaceValue(QByteArrayView body, JsonView value, const QByteArray &json, BodyEdits &edits);

//! Puts \a edits into the order of their places; what is put in stays before what is taken out there.
void sortEdits(BodyEdits &edits);

} // namespace gatehouse
