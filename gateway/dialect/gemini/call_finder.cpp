// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/call_finder.h"

#include <utility>

namespace gatehouse::gemini {

QByteArray CallFinder::call(const QByteArray &given, const QByteArray &name, const QByteArray &arguments)
{
    if (std::exchange(m_roundEnded, false)) {
        m_ofRound.clear();
        m_again.clear();
        m_lastOf.clear();
    }
    const QByteArray id = given.isEmpty() ? freshId() : given;
    const size_t at = m_calls.size();
    m_calls.push_back({id, name, arguments});
    m_byName[name].calls.push_back(at);
    m_ofRound[name].calls.push_back(at);
    if (given.isEmpty())
        return id;
    m_byId[id].calls.push_back(at);
    const auto before = m_lastOf.constFind(id);
    if (before != m_lastOf.cend() && m_calls[*before].name == name && m_calls[*before].arguments == arguments)
        m_again[name].calls.push_back(at);
    m_lastOf.insert(id, at);
    return id;
}

QByteArray CallFinder::answered(const QByteArray &given, const QByteArray &name)
{
    std::optional<size_t> call = waiting(m_byId, given);
    if (!call && m_byId.contains(given))
        return given; // another result for it
    for (Queues *queues : {&m_again, &m_ofRound, &m_byName}) {
        if (!call)
            call = waiting(*queues, name);
    }
    if (!call)
        return given.isEmpty() ? freshId() : given;
    m_calls[*call].answered = true;
    return m_calls[*call].id;
}

QByteArray CallFinder::freshId()
{
    QByteArray id;
    do
        id = "call_" + QByteArray::number(++m_made);
    while (m_byId.contains(id));
    return id;
}

//! The first of them without a result.
std::optional<size_t> CallFinder::waiting(Queues &queues, const QByteArray &key) const
{
    const auto queue = queues.find(key);
    if (queue == queues.end())
        return {};
    while (queue->next < queue->calls.size() && m_calls[queue->calls[queue->next]].answered)
        ++queue->next;
    if (queue->next == queue->calls.size())
        return {};
    return queue->calls[queue->next];
}

} // namespace gatehouse::gemini
