// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/call_pairs.h"

#include <algorithm>
#include <utility>

namespace gatehouse {
namespace {

//! \a later stands for \a first from now on, in its place.
void replace(ToolResultPart &first, ChatPart &later)
{
    auto *result = later.as<ToolResultPart>();
    first.content = std::move(result->content);
    first.isError = result->isError;
    later.content = TextPart{};
}

} // namespace

void CallPairs::settle(ChatRequest &request)
{
    CallPairs pairs(request);
    std::vector<ChatPart *> results; // of one turn
    for (ChatMessage &message : request.messages) {
        if (message.role == ChatMessage::Assistant)
            pairs.take(std::exchange(results, {}));
        else if (!message.parts.isEmpty())
            pairs.m_turnEnded = true;
        for (ChatPart &part : message.parts) {
            if (auto *call = part.as<ToolCallPart>(); call && pairs.repeats(*call))
                part.content = TextPart{};
            else if (call)
                pairs.take(*call);
            else if (part.as<ToolResultPart>())
                results.push_back(&part);
        }
    }
    pairs.take(results);
}

CallPairs::CallPairs(const ChatRequest &request)
{
    for (const ChatMessage &message : request.messages) {
        for (const ChatPart &part : message.parts) {
            if (const auto *call = part.as<ToolCallPart>())
                m_ids.insert(call->id);
            else if (const auto *result = part.as<ToolResultPart>())
                m_ids.insert(result->callId);
        }
    }
}

//! The same call once more before its result: google-genai 1.x says it twice.
bool CallPairs::repeats(const ToolCallPart &call) const
{
    const auto group = m_groups.constFind(call.id);
    if (m_turnEnded || call.id.isEmpty() || group == m_groups.cend() || group->turn != m_turn)
        return false;
    const Call &before = m_calls[group->calls.back()];
    return before.name == call.name && before.arguments == call.arguments;
}

void CallPairs::take(ToolCallPart &call)
{
    if (std::exchange(m_turnEnded, false)) {
        ++m_turn;
        m_next = m_nextUnnamed = m_calls.size();
    }
    const bool unnamed = call.id.isEmpty();
    if (!unnamed) {
        Group &group = m_groups[call.id];
        if (group.turn != m_turn)
            group = {m_turn, {}, 0};
        group.calls.push_back(m_calls.size());
        m_strays.remove(call.id);
    }
    if (++m_uses[call.id] > 1 || unnamed)
        call.id = anotherId(call.id);
    m_calls.push_back({call.id, call.name, call.arguments, unnamed});
}

//! Those that say which call they are for come first: the others get what these leave.
void CallPairs::take(const std::vector<ChatPart *> &results)
{
    std::vector<ChatPart *> others;
    for (ChatPart *part : results) {
        if (!answerNamed(*part))
            others.push_back(part);
    }
    for (ChatPart *part : others) {
        if (!answerNamed(*part) && !answerNext(*part))
            answerNobody(*part);
    }
}

bool CallPairs::answerNamed(ChatPart &part)
{
    const QByteArray &id = part.as<ToolResultPart>()->callId;
    const auto group = id.isEmpty() ? m_groups.end() : m_groups.find(id);
    if (group == m_groups.end())
        return false;
    const size_t last = group->calls.size() - 1;
    answer(m_calls[group->calls[std::min(group->answered++, last)]], part);
    return true;
}

void CallPairs::answer(Call &call, ChatPart &part)
{
    if (call.result)
        return replace(*call.result, part);
    auto *result = part.as<ToolResultPart>();
    call.result = result;
    result->callId = call.id;
    if (result->name.isEmpty())
        result->name = call.name;
}

//! In order: to a call without an id; only a result that has none itself may be for another.
bool CallPairs::answerNext(ChatPart &part)
{
    auto *result = part.as<ToolResultPart>();
    const auto isOpen = [this](size_t at) { return !m_calls[at].result; };
    while (m_nextUnnamed < m_calls.size() && !(m_calls[m_nextUnnamed].unnamed && isOpen(m_nextUnnamed)))
        ++m_nextUnnamed;
    size_t at = m_nextUnnamed;
    if (at == m_calls.size() && result->callId.isEmpty()) {
        while (m_next < m_calls.size() && !isOpen(m_next))
            ++m_next;
        at = m_next;
    }
    if (at == m_calls.size())
        return false;
    if (!result->callId.isEmpty())
        m_groups.insert(result->callId, {m_turn, {at}, 0});
    answer(m_calls[at], part);
    return true;
}

//! What no call is known for stays, once.
void CallPairs::answerNobody(ChatPart &part)
{
    auto *result = part.as<ToolResultPart>();
    if (result->callId.isEmpty())
        return;
    if (ToolResultPart *first = m_strays.value(result->callId))
        replace(*first, part);
    else
        m_strays.insert(result->callId, result);
}

//! For a call whose id \a given is empty, or another call's.
QByteArray CallPairs::anotherId(const QByteArray &given)
{
    const QByteArray stem = given.isEmpty() ? QByteArray("call") : given;
    int &number = m_uses[given];
    QByteArray id = stem + '_' + QByteArray::number(number);
    while (m_ids.contains(id))
        id = stem + '_' + QByteArray::number(++number);
    m_ids.insert(id);
    return id;
}

} // namespace gatehouse
