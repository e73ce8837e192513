// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"
#include "gateway/upstream/curl_attempt.h"
#include "gateway/upstream/socket_watches.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace gatehouse {

class HandlePool;
class SystemProxy;

//! libcurl's multi interface in the Qt event loop: one set of connections and the attempts that use them.
//! Receivers are called from the event loop only; whatever they do from there, libcurl is not called back
//! from within itself.
class CurlLoop final : public QObject
{
    Q_OBJECT

public:
    //! \a pool and \a systemProxy must outlive it.
    CurlLoop(HandlePool &pool, SystemProxy &systemProxy, QObject *parent = nullptr);
    ~CurlLoop() override;

    std::unique_ptr<Transfer> start(Outgoing outgoing, TransferReceiver &receiver);
    //! Nothing more is started: goes when the last attempt has.
    void retire();
    int active() const { return int(m_attempts.size()); }

    // For attempts and their transfers.
    void drop(CurlAttempt &attempt);
    void release(CurlAttempt &attempt, std::chrono::milliseconds patience);
    void resume(CurlAttempt &attempt);
    void deadlineMoved(CurlAttempt &attempt); //!< to an earlier time
    //! Its receiver wants to hear when no more is to be had for now.
    void bodyBegun(CurlAttempt &attempt) { m_reading.push_back(&attempt); }

private:
    class Inside;

    static int onSocket(CURL *, curl_socket_t socket, int what, CurlLoop *self, void *);
    static int onClose(SocketWatches *watches, curl_socket_t socket);
    static int onTimeout(CURLM *, long milliseconds, CurlLoop *self);

    void onTimer();
    void act(curl_socket_t socket, int events);
    void begin(CurlAttempt &attempt);
    void beginWaiting();
    void collect();
    void tellBodyRead();
    void expire(TimePoint now);
    void end(CurlAttempt &attempt, const TransferEnd &end);
    std::unique_ptr<CurlAttempt> remove(CurlAttempt &attempt);
    void arm(TimePoint when);
    void place(CurlAttempts::node_type node);

    HandlePool &m_pool;
    SystemProxy &m_systemProxy;
    CURLM *m_multi;
    SocketWatches m_watches;
    QTimer m_timer;
    TimePoint m_armedFor = TimePoint::max();
    TimePoint m_curlDue = TimePoint::max();
    CurlAttempts m_attempts;
    // Attempts that something is to be done with, once no libcurl function is running.
    std::vector<CurlAttempt *> m_starting;
    std::vector<CurlAttempt *> m_waiting; //!< for the system's proxy
    std::vector<CurlAttempt *> m_resuming;
    std::vector<CurlAttempt *> m_dropped;
    std::vector<CurlAttempt *> m_reading; //!< were given bytes since the last tellBodyRead()
    int m_inside = 0;                     //!< libcurl functions that are running
    bool m_retired = false;
};

} // namespace gatehouse
