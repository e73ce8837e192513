// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_request.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace gatehouse {

//! Finds the call that each result is for, and gives both an id that no other call of the conversation has:
//! clients leave ids out, or number the calls of each turn anew. An id that is given once stays as it is.
class CallPairs final
{
public:
    //! Each result gets its tool's name too. Of several results for one call the first place and the last
    //! content stand; what is to be removed becomes an empty text.
    static void settle(ChatRequest &request);

private:
    struct Call
    {
        QByteArray id; //!< its own
        QByteArray name;
        QByteArray arguments;
        bool unnamed = false; //!< it came without an id
        ToolResultPart *result = nullptr;
    };
    //! The calls under one id of the client's, those of the last turn that has any.
    struct Group
    {
        int turn = 0;
        std::vector<size_t> calls;
        size_t answered = 0;
    };

    explicit CallPairs(const ChatRequest &request);

    bool repeats(const ToolCallPart &call) const;
    void take(ToolCallPart &call);
    void take(const std::vector<ChatPart *> &results);
    bool answerNamed(ChatPart &part);
    static void answer(Call &call, ChatPart &part);
    bool answerNext(ChatPart &part);
    void answerNobody(ChatPart &part);
    QByteArray anotherId(const QByteArray &given);

    std::vector<Call> m_calls;
    QHash<QByteArray, Group> m_groups;
    QHash<QByteArray, int> m_uses; //!< of each of the client's ids
    QSet<QByteArray> m_ids;        //!< all that the client gave, and those made here
    QHash<QByteArray, ToolResultPart *> m_strays;
    size_t m_nextUnnamed = 0; //!< where to look for calls of the last turn without a result
    size_t m_next = 0;
    int m_turn = 1;
    bool m_turnEnded = false;
};

} // namespace gatehouse
