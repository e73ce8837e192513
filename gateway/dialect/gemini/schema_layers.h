// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/json_view.h"

#include <QByteArrayList>
#include <QSet>

#include <vector>

namespace gatehouse::gemini {

//! All that is said of one value: a schema, what it refers to, and its branches that hold in any case
//! (`allOf`; the only one of `anyOf` or `oneOf` that is not `null`). The first layer that has a word counts.
class SchemaLayers final
{
public:
    //! \a references: those on the way here, which \a schema must not lead to again; grows by its own.
    SchemaLayers(JsonView root, JsonView schema, QByteArrayList &references);

    JsonView operator[](QByteArrayView key) const;
    //! In order; a name may be there more than once.
    std::vector<JsonView> properties() const;
    //! The names of properties that must be there.
    QSet<QByteArray> required() const;
    //! The branches of which one holds, if there are several.
    const std::vector<JsonView> &choices() const { return m_choices; }
    //! `null` is allowed too.
    bool nullable() const { return m_nullable; }
    //! It refers to something that it is a part of.
    bool endless() const { return m_endless; }

private:
    void add(JsonView schema);
    void addReference(const QByteArray &reference);
    void addChoices(JsonView branches);

    JsonView m_root;
    QByteArrayList &m_references;
    std::vector<JsonView> m_layers;
    std::vector<JsonView> m_choices;
    bool m_nullable = false;
    bool m_endless = false;
};

} // namespace gatehouse::gemini
