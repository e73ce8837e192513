// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/json_view.h"

#include <QSet>

#include <optional>

namespace gatehouse::gemini {

//! Reads `contents` one by one. Calls need no ids in this dialect: those without get one, and a result
//! belongs to the first call of its name that still waits, rather of the model's last contents than before.
class MessageReader final
{
public:
    explicit MessageReader(ChatRequest &request)
        : m_request(request)
    {
    }

    //! The error, if any: 400 for what must not be dropped.
    std::optional<Error> read(JsonView content);

private:
    //! A call whose result has not come yet.
    struct Unanswered
    {
        QByteArray id;
        QByteArray name;
        QByteArray arguments;
        int round = 0; //!< of contents of the model, up to the next of a user
    };

    void takeThought(ChatMessage &turn);
    std::optional<Error> readPart(JsonView part, QList<ChatPart> &parts);
    void readCall(JsonView call, QList<ChatPart> &parts);
    void readResult(JsonView result, QList<ChatPart> &parts);
    QByteArray freshId();
    QByteArray answeredId(const QByteArray &given, const QByteArray &name);

    ChatRequest &m_request;
    std::vector<Unanswered> m_unanswered;
    QSet<QByteArray> m_ids;
    int m_made = 0;
    int m_round = 0;
};

//! `systemInstruction`, a content or a text.
void readSystem(JsonView instruction, ChatRequest &request);

} // namespace gatehouse::gemini
