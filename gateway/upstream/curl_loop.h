// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/curl_attempt.h"
#include "gateway/upstream/socket_watches.h"
#include "gateway/upstream/transfer_loop.h"

#include <memory>
#include <vector>

namespace gatehouse {

class HandlePool;
class SystemProxy;

//! libcurl's multi interface in the Qt event loop: one set of connections and the attempts that use them.
class CurlLoop final : public TransferLoop
{
    Q_OBJECT

public:
    //! \a pool and \a systemProxy must outlive it.
    CurlLoop(HandlePool &pool, SystemProxy &systemProxy, QObject *parent = nullptr);
    ~CurlLoop() override;

    std::unique_ptr<Transfer> start(Outgoing outgoing, TransferReceiver &receiver);
    //! Nothing more is started: goes when the last attempt has.
    void retire();

private:
    static int onSocket(CURL *, curl_socket_t socket, int what, CurlLoop *self, void *);
    static int onClose(SocketWatches *watches, curl_socket_t socket);
    static int onTimeout(CURLM *, long milliseconds, CurlLoop *self);

    TimePoint work() override;
    void goOn(TransferAttempt &attempt) override;
    void letGo(TransferAttempt &attempt) override;

    void act(curl_socket_t socket, int events);
    void begin(CurlAttempt &attempt);
    void beginWaiting();
    void collect();

    HandlePool &m_pool;
    SystemProxy &m_systemProxy;
    CURLM *m_multi;
    SocketWatches m_watches;
    TimePoint m_curlDue = TimePoint::max();
    std::vector<CurlAttempt *> m_starting;
    std::vector<CurlAttempt *> m_waiting; //!< for the system's proxy
    bool m_retired = false;
};

} // namespace gatehouse
