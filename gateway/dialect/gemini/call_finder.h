// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <optional>
#include <vector>

namespace gatehouse::gemini {

//! Gives calls without an id one, and finds the call that a result is for: calls need no ids in this dialect.
//! Each step takes the same time however long the conversation is.
class CallFinder final
{
public:
    //! The id of the next call, \a given if there is one.
    QByteArray call(const QByteArray &given, const QByteArray &name, const QByteArray &arguments);
    //! The id of the call that a result is for: of that id, else of that name and without a result. Results
    //! follow their calls, so those since a user spoke last come first, and among them what was said again:
    //! google-genai 1.x repeats what it answers. Where there is none, an id of its own.
    QByteArray answered(const QByteArray &given, const QByteArray &name);
    void userSpoke() { m_roundEnded = true; }

private:
    struct Call
    {
        QByteArray id;
        QByteArray name;
        QByteArray arguments;
        bool answered = false;
    };
    //! Calls in their order.
    struct Queue
    {
        std::vector<size_t> calls;
        size_t next = 0; //!< those before have a result
    };
    using Queues = QHash<QByteArray, Queue>;

    QByteArray freshId();
    std::optional<size_t> waiting(Queues &queues, const QByteArray &key) const;

    std::vector<Call> m_calls;
    Queues m_byId; //!< only of ids that the client gave
    Queues m_byName;
    Queues m_ofRound;                   //!< by name, since a user spoke last
    Queues m_again;                     //!< likewise, and said before with the same id
    QHash<QByteArray, size_t> m_lastOf; //!< by id, likewise
    bool m_roundEnded = false;
    int m_made = 0;
};

} // namespace gatehouse::gemini
