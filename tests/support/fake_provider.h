// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_answer.h"
#include "tests/support/fake_request.h"

#include <QList>
#include <QThread>

#include <functional>
#include <memory>

namespace gatehouse {

//! A provider on a free port of 127.0.0.1 that does what it is told, good or bad, and remembers what it
//! was asked. It runs in a thread of its own; everything here may be called from the test's thread.
class FakeProvider final
{
public:
    using Answering = std::function<FakeAnswer(const FakeRequest &)>;

    FakeProvider();
    ~FakeProvider();

    quint16 port() const;

    //! Answers for the next requests, one each; they go before answerWith().
    void enqueue(const FakeAnswer &answer);
    //! Answers all other requests; called in the provider's thread. At first every request gets `{}`.
    void answerWith(Answering answering);
    //! Lets everyone pass who waits at \a gate, or comes there later.
    void open(const QByteArray &gate = "go");
    //! Stops to listen: connections are refused.
    void refuse();
    //! Forgets requests, queued answers and open gates; counters of connections stay.
    void reset();

    QList<FakeRequest> requests() const;
    //! Waits up to five seconds for a request that was not returned yet; its method is empty if none comes.
    FakeRequest nextRequest();
    int requestCount() const;
    int connectionsOpened() const; //!< since the start
    int connectionsNow() const;
    int abandoned() const; //!< answers during which the peer went away
    qint64 bytesSent() const;

private:
    class Listener;
    struct State;

    std::shared_ptr<State> m_state;
    QThread m_thread;
    Listener *m_listener; // lives in m_thread
};

} // namespace gatehouse
