// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/round.h"
#include "gateway/upstream/per_link.h"
#include "gateway/upstream/plain_attempt.h"
#include "gateway/upstream/socket_watches.h"
#include "gateway/upstream/transfer_loop.h"

#include <vector>

namespace gatehouse {

//! Requests to providers that need neither TLS, a look-up nor a proxy: straight from our sockets. A small
//! request costs the gateway's thread half of what it costs through libcurl, and such providers, on this
//! machine or near it, are where that is felt.
class PlainLoop final : public TransferLoop, private Round::Waiter
{
    Q_OBJECT

public:
    explicit PlainLoop(QObject *parent = nullptr);
    ~PlainLoop() override;

    //! Begins \a outgoing if it can go this way. Else null, and \a outgoing is as it was.
    std::unique_ptr<Transfer> start(Outgoing &outgoing, TransferReceiver &receiver);
    void dropIdleConnections();

    // For its attempts.
    //! \a events: of SocketWatches.
    void watch(const PlainAttempt &attempt, int events);
    //! A connection that waits for a request to the same provider; without a socket if there is none.
    PlainConnection takeKept(PlainAttempt &attempt);
    //! Without a socket where that fails at once, for which errno is the reason.
    PlainConnection connectFor(PlainAttempt &attempt);
    void close(const PlainConnection &connection);
    //! Calls its sendNow() when this round has been served, or before.
    void sendLater(PlainAttempt &attempt);

private:
    TimePoint work() override;
    void goOn(TransferAttempt &attempt) override;
    void letGo(TransferAttempt &attempt) override;

    void sendWaiting() override;

    struct User
    {
        PlainAttempt *attempt = nullptr; //!< null: idle
        Touched touched = {};            //!< by what comes for it
    };

    User &userOf(int socket);
    void setUser(int socket, PlainAttempt &attempt);
    void onReady(qintptr socket, SocketWatches::Event event);
    void closeIdle(qintptr socket);

    const size_t m_maxIdle;
    SocketWatches m_watches;
    PerLink<std::optional<PlainTarget>> m_targets;
    std::vector<User> m_users;                                    //!< by socket
    std::vector<PlainConnection> m_idle;                          //!< the one that waits longest first
    std::vector<std::pair<PlainAttempt *, TransferEnd>> m_failed; //!< where it could not be told at once
    std::vector<PlainAttempt *> m_waiting;                        //!< for the end of the round, to send
    std::vector<char> m_buffer;
    int m_generation = 0;
};

} // namespace gatehouse
