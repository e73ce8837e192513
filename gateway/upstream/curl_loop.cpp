// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/curl_loop.h"

#include "gateway/upstream/handle_pool.h"
#include "gateway/upstream/loop_transfer.h"
#include "gateway/upstream/system_proxy.h"

namespace gatehouse {
namespace {

constexpr long maxIdleConnections = 256;

} // namespace

CurlLoop::CurlLoop(HandlePool &pool, SystemProxy &systemProxy, QObject *parent)
    : TransferLoop(parent)
    , m_pool(pool)
    , m_systemProxy(systemProxy)
    , m_multi(curl_multi_init())
    , m_watches([this](qintptr socket, SocketWatches::Event event) {
        act(curl_socket_t(socket), event == SocketWatches::Read ? CURL_CSELECT_IN : CURL_CSELECT_OUT);
    })
{
    Q_CHECK_PTR(m_multi);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::onTimeout);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, maxIdleConnections);
    // No two at a time on one HTTP/2 connection: there a pause cannot stop the peer, libcurl takes in up to
    // 32 MiB for each client that reads slowly.
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, long(CURLPIPE_NOTHING));
    connect(&m_systemProxy, &SystemProxy::found, this, &CurlLoop::beginWaiting);
}

CurlLoop::~CurlLoop()
{
    removeAll();
    curl_multi_cleanup(m_multi);
}

std::unique_ptr<Transfer> CurlLoop::start(Outgoing outgoing, TransferReceiver &receiver)
{
    auto transfer = std::make_unique<LoopTransfer>();
    auto attempt = std::make_unique<CurlAttempt>(*this, std::move(outgoing), receiver, transfer->attempt);
    m_starting.push_back(attempt.get());
    adopt(std::move(attempt));
    arm(Clock::now());
    return transfer;
}

void CurlLoop::retire()
{
    m_retired = true;
    if (active() == 0)
        deleteLater();
}

int CurlLoop::onSocket(CURL *, curl_socket_t socket, int what, CurlLoop *self, void *)
{
    // Its resolver closes sockets of its own without a word, and their numbers come again.
    if (what == CURL_POLL_REMOVE) {
        self->m_watches.forget(qintptr(socket));
        return 0;
    }
    int events = SocketWatches::None;
    if (what == CURL_POLL_IN || what == CURL_POLL_INOUT)
        events |= SocketWatches::Read;
    if (what == CURL_POLL_OUT || what == CURL_POLL_INOUT)
        events |= SocketWatches::Write;
    self->m_watches.watch(qintptr(socket), events);
    return 0;
}

int CurlLoop::onClose(SocketWatches *watches, curl_socket_t socket)
{
    watches->close(qintptr(socket));
    return 0;
}

int CurlLoop::onTimeout(CURLM *, long milliseconds, CurlLoop *self)
{
    self->m_curlDue =
        milliseconds < 0 ? TimePoint::max() : Clock::now() + std::chrono::milliseconds(milliseconds);
    self->arm(self->m_curlDue);
    return 0;
}

TimePoint CurlLoop::work()
{
    for (auto count = m_starting.size(); count > 0 && !m_starting.empty(); --count) {
        CurlAttempt &attempt = *m_starting.front();
        m_starting.erase(m_starting.begin());
        begin(attempt);
    }
    const TimePoint now = Clock::now(); // what has begun is due at once
    if (m_curlDue <= now) {
        m_curlDue = TimePoint::max();
        act(CURL_SOCKET_TIMEOUT, 0);
    }
    return m_starting.empty() ? m_curlDue : now;
}

void CurlLoop::goOn(TransferAttempt &attempt)
{
    const Inside inside(*this);
    curl_easy_pause(static_cast<CurlAttempt &>(attempt).easy(), CURLPAUSE_CONT);
}

void CurlLoop::act(curl_socket_t socket, int events)
{
    {
        const Inside inside(*this);
        int running = 0;
        curl_multi_socket_action(m_multi, socket, events, &running);
    }
    collect(); // first: what ends now leaves in one piece with its end
    tellBodyRead();
}

void CurlLoop::begin(CurlAttempt &attempt)
{
    LinkCache &cache = m_pool.of(attempt.link());
    std::optional<Proxy> proxy = cache.namedProxy();
    if (cache.proxyChoice() == ProxyChoice::System)
        proxy = m_systemProxy.find(attempt.link()->baseUrl);
    if (!proxy) {
        m_waiting.push_back(&attempt);
        return;
    }
    auto url = cache.parsed(attempt.outgoing().url);
    if (const auto failure = attempt.prepare(cache.take(m_pool.share()), std::move(url), *proxy))
        return end(attempt, *failure);
    // A connection keeps this for good; it lives no longer than the loop that made it.
    curl_easy_setopt(attempt.easy(), CURLOPT_CLOSESOCKETFUNCTION, &CurlLoop::onClose);
    curl_easy_setopt(attempt.easy(), CURLOPT_CLOSESOCKETDATA, &m_watches);
    curl_multi_add_handle(m_multi, attempt.easy());
}

void CurlLoop::beginWaiting()
{
    m_starting.insert(m_starting.end(), m_waiting.begin(), m_waiting.end());
    m_waiting.clear();
    if (!m_starting.empty())
        arm(Clock::now());
}

void CurlLoop::collect()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        auto &attempt = static_cast<CurlAttempt &>(CurlHandle::of(message->easy_handle).listener());
        end(attempt, attempt.ended(message->data.result));
    }
}

void CurlLoop::letGo(TransferAttempt &attempt)
{
    auto &gone = static_cast<CurlAttempt &>(attempt);
    for (auto *list : {&m_starting, &m_waiting})
        std::erase(*list, &gone);
    if (CURL *easy = gone.easy()) {
        curl_multi_remove_handle(m_multi, easy);
        m_pool.of(gone.link()).giveBack(gone.takeHandle());
    }
    if (m_retired && active() == 0)
        deleteLater();
}

} // namespace gatehouse
