// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_responses/item_references.h"

#include "gateway/dialect/openai_responses/item_writer.h"
#include "gateway/dialect/openai_responses/reply_writer.h"
#include "gateway/dialect/reply_memory.h"

namespace gatehouse::openai_responses {
namespace {

constexpr qsizetype mostFound = ReplyMemory::defaultMaxBytes / 4; // as one conversation that is kept

} // namespace

bool isReference(JsonView item)
{
    const JsonView type = item["type"];
    return type.is("item_reference") || (type.is("reasoning") && !item["encrypted_content"].isString() &&
                                         !tokenOf(item["id"].text()).isEmpty());
}

bool namesItems(JsonView input)
{
    for (const JsonView item : input) {
        if (isReference(item))
            return true;
    }
    return false;
}

ItemReferences::ItemReferences(const ClientRequest &in, JsonView input)
    : m_in(in)
{
    QByteArray last;
    for (const JsonView item : input) {
        if (isReference(item))
            last = item["id"].text();
    }
    learn(last); // its conversation holds the items before it too, as a rule: one is read, not each
}

QByteArrayView ItemReferences::find(JsonView reference)
{
    const QByteArray id = reference["id"].text();
    if (!m_items.contains(id))
        learn(id);
    const QByteArrayView item = m_items.value(id);
    m_found += item.size();
    return m_found <= mostFound ? item : QByteArrayView();
}

//! Reads the conversation of the answer that made \a id.
void ItemReferences::learn(QByteArrayView id)
{
    const QByteArrayView token = tokenOf(id);
    if (!m_in.memory || token.isEmpty())
        return;
    const QByteArray response = responseId(token);
    if (std::exchange(m_looked[response], true))
        return;
    auto conversation = m_in.memory->find(m_in.client, response);
    if (!conversation)
        return;
    m_conversations.push_back(*std::move(conversation));
    JsonDocument document;
    for (const JsonView item : document.parse(m_conversations.back())) {
        const QByteArray itemId = item["id"].text();
        if (!itemId.isEmpty() && !m_items.contains(itemId))
            m_items.insert(itemId, item.raw());
    }
}

} // namespace gatehouse::openai_responses
