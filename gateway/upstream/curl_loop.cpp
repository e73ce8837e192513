// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/curl_loop.h"

#include "gateway/upstream/curl_transfer.h"
#include "gateway/upstream/handle_pool.h"
#include "gateway/upstream/system_proxy.h"

namespace gatehouse {
namespace {

constexpr long maxIdleConnections = 256;

} // namespace

//! Around each call of libcurl that may call us: attempts that were dropped meanwhile go when it is over.
class CurlLoop::Inside final
{
public:
    explicit Inside(CurlLoop &loop)
        : m_loop(loop)
    {
        ++m_loop.m_inside;
    }
    ~Inside()
    {
        if (--m_loop.m_inside > 0)
            return;
        while (!m_loop.m_dropped.empty())
            m_loop.remove(*m_loop.m_dropped.back());
    }
    Inside(const Inside &) = delete;
    Inside &operator=(const Inside &) = delete;

private:
    CurlLoop &m_loop;
};

CurlLoop::CurlLoop(HandlePool &pool, SystemProxy &systemProxy, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_systemProxy(systemProxy)
    , m_multi(curl_multi_init())
    , m_watches([this](curl_socket_t socket, int events) { act(socket, events); })
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
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &CurlLoop::onTimer);
    connect(&m_systemProxy, &SystemProxy::found, this, &CurlLoop::beginWaiting);
}

CurlLoop::~CurlLoop()
{
    while (!m_attempts.empty())
        remove(*m_attempts.begin()->second);
    curl_multi_cleanup(m_multi);
}

std::unique_ptr<Transfer> CurlLoop::start(Outgoing outgoing, TransferReceiver &receiver)
{
    auto transfer = std::make_unique<CurlTransfer>();
    auto attempt = std::make_unique<CurlAttempt>(*this, std::move(outgoing), receiver, transfer->attempt);
    m_starting.push_back(attempt.get());
    const TimePoint deadline = attempt->deadline();
    const auto place = m_attempts.emplace(deadline, std::move(attempt));
    place->second->place = place;
    place->second->placedFor = deadline;
    arm(Clock::now());
    return transfer;
}

void CurlLoop::retire()
{
    m_retired = true;
    if (m_attempts.empty())
        deleteLater();
}

void CurlLoop::drop(CurlAttempt &attempt)
{
    attempt.abandon();
    if (m_inside > 0)
        m_dropped.push_back(&attempt);
    else
        remove(attempt);
}

void CurlLoop::release(CurlAttempt &attempt, std::chrono::milliseconds patience)
{
    if (!attempt.hasSentAll())
        return drop(attempt); // the body is the receiver's, and goes with it
    attempt.letRun(patience);
    resume(attempt);
}

void CurlLoop::resume(CurlAttempt &attempt)
{
    if (!attempt.wantsResume())
        return;
    m_resuming.push_back(&attempt);
    arm(Clock::now());
}

void CurlLoop::deadlineMoved(CurlAttempt &attempt)
{
    place(m_attempts.extract(attempt.place));
    arm(attempt.deadline());
}

int CurlLoop::onSocket(CURL *, curl_socket_t socket, int what, CurlLoop *self, void *)
{
    self->m_watches.watch(socket, what);
    return 0;
}

int CurlLoop::onClose(SocketWatches *watches, curl_socket_t socket)
{
    watches->close(socket);
    return 0;
}

int CurlLoop::onTimeout(CURLM *, long milliseconds, CurlLoop *self)
{
    self->m_curlDue =
        milliseconds < 0 ? TimePoint::max() : Clock::now() + std::chrono::milliseconds(milliseconds);
    self->arm(self->m_curlDue);
    return 0;
}

void CurlLoop::arm(TimePoint when)
{
    if (when >= m_armedFor)
        return;
    m_armedFor = when;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(when - Clock::now());
    m_timer.start(std::max(wait, std::chrono::milliseconds(0)));
}

void CurlLoop::onTimer()
{
    m_armedFor = TimePoint::max();
    for (auto count = m_starting.size(); count > 0 && !m_starting.empty(); --count) {
        CurlAttempt &attempt = *m_starting.front();
        m_starting.erase(m_starting.begin());
        begin(attempt);
    }
    for (auto count = m_resuming.size(); count > 0 && !m_resuming.empty(); --count) {
        CurlAttempt &attempt = *m_resuming.front();
        m_resuming.erase(m_resuming.begin());
        if (attempt.unpause()) {
            const Inside inside(*this);
            curl_easy_pause(attempt.easy(), CURLPAUSE_CONT);
        }
    }
    const TimePoint now = Clock::now();
    if (m_curlDue <= now) {
        m_curlDue = TimePoint::max();
        act(CURL_SOCKET_TIMEOUT, 0);
    }
    expire(now);
    tellBodyRead();
    if (!m_attempts.empty())
        arm(std::min(m_curlDue, m_attempts.begin()->first));
    if (!m_starting.empty() || !m_resuming.empty())
        arm(now);
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
    if (const auto failure = attempt.prepare(cache.take(m_pool.share()), cache.parsed(attempt.url()), *proxy))
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

void CurlLoop::tellBodyRead()
{
    while (!m_reading.empty()) {
        CurlAttempt &attempt = *m_reading.back();
        m_reading.pop_back();
        attempt.tellBodyRead();
    }
}

void CurlLoop::expire(TimePoint now)
{
    while (!m_attempts.empty() && m_attempts.begin()->first <= now) {
        CurlAttempt &attempt = *m_attempts.begin()->second;
        if (attempt.deadline() <= now) {
            end(attempt, attempt.expired());
            continue;
        }
        place(m_attempts.extract(attempt.place));
    }
}

void CurlLoop::place(CurlAttempts::node_type node)
{
    CurlAttempt &attempt = *node.mapped();
    node.key() = attempt.deadline();
    attempt.placedFor = node.key();
    attempt.place = m_attempts.insert(std::move(node));
}

void CurlLoop::end(CurlAttempt &attempt, const TransferEnd &end)
{
    const auto gone = remove(attempt);
    gone->tellEnd(end);
}

std::unique_ptr<CurlAttempt> CurlLoop::remove(CurlAttempt &attempt)
{
    for (auto *list : {&m_starting, &m_waiting, &m_resuming, &m_dropped, &m_reading})
        std::erase(*list, &attempt);
    auto gone = std::move(attempt.place->second);
    m_attempts.erase(attempt.place);
    if (CURL *easy = gone->easy()) {
        curl_multi_remove_handle(m_multi, easy);
        m_pool.of(gone->link()).giveBack(gone->takeHandle());
    }
    if (m_retired && m_attempts.empty())
        deleteLater();
    return gone;
}

} // namespace gatehouse
