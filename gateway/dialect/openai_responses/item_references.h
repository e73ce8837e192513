// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/translator.h"

#include <QByteArray>
#include <QHash>

#include <vector>

namespace gatehouse::openai_responses {

//! Whether \a item only names one of an earlier answer: an `item_reference`, or thoughts that Gatehouse
//! passed on, without their `encrypted_content`, which is all that a provider takes of them.
bool isReference(JsonView item);

//! Whether some of \a input only names an item of an earlier answer. The AI SDK's Responses model sends them
//! so.
bool namesItems(JsonView input);

//! Finds the items that a client names instead of sending them again: those of answers that are remembered.
class ItemReferences final
{
public:
    //! For the items that \a input names.
    ItemReferences(const ClientRequest &in, JsonView input);

    //! The item that \a reference means, as JSON; empty: it is not remembered, or all
    //! that were found are more than 8 MiB.
    QByteArrayView find(JsonView reference);

private:
    void learn(QByteArrayView id);

    const ClientRequest &m_in;
    std::vector<QByteArray> m_conversations;   //!< own what m_items shows
    QHash<QByteArray, QByteArrayView> m_items; //!< by id
    QHash<QByteArray, bool> m_looked;          //!< for these answers
    qsizetype m_found = 0;                     //!< bytes
};

} // namespace gatehouse::openai_responses
