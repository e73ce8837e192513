// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/plain_loop.h"

#include "gateway/base/descriptor_limit.h"
#include "gateway/upstream/loop_transfer.h"
#include "gateway/upstream/plain_socket.h"

#include <algorithm>

namespace gatehouse {
namespace {

constexpr size_t mostIdle = 1024;
constexpr std::chrono::seconds maxIdleTime{55}; // servers like to drop an idle connection after a minute
constexpr size_t bufferSize = size_t(64) * 1024;

} // namespace

PlainLoop::PlainLoop(QObject *parent)
    : TransferLoop(parent)
    , m_maxIdle(std::min(mostIdle, size_t(descriptorLimit() / 4)))
    , m_watches([this](qintptr socket, SocketWatches::Event event) { onReady(socket, event); })
{
}

PlainLoop::~PlainLoop()
{
    removeAll();
    dropIdleConnections();
}

std::unique_ptr<Transfer> PlainLoop::start(Outgoing &outgoing, TransferReceiver &receiver)
{
    const auto &target = m_targets.of(outgoing.link, plainTarget);
    if (!target)
        return nullptr;
    const QByteArray url = outgoing.url; // path lies in it
    const QByteArrayView path = plainPath(*target, *outgoing.link, url);
    if (path.isEmpty())
        return nullptr;
    auto transfer = std::make_unique<LoopTransfer>();
    auto made =
        std::make_unique<PlainAttempt>(*this, *target, std::move(outgoing), receiver, transfer->attempt);
    PlainAttempt &attempt = *made;
    adopt(std::move(made));
    if (const auto end = attempt.begin(path)) {
        m_failed.emplace_back(&attempt, *end);
        arm(Clock::now());
    }
    return transfer;
}

void PlainLoop::dropIdleConnections()
{
    ++m_generation;
    for (const PlainConnection &connection : std::exchange(m_idle, {}))
        close(connection);
}

void PlainLoop::watch(const PlainAttempt &attempt, int events)
{
    m_watches.watch(attempt.socket(), events);
}

PlainConnection PlainLoop::takeKept(PlainAttempt &attempt)
{
    const auto oldest = Clock::now() - maxIdleTime;
    while (!m_idle.empty() && m_idle.front().idleSince < oldest)
        closeIdle(m_idle.front().socket);
    const auto isFor = [&attempt](const PlainConnection &idle) { return idle.host == attempt.target().host; };
    for (;;) {
        const auto last = std::find_if(m_idle.rbegin(), m_idle.rend(), isFor);
        if (last == m_idle.rend())
            return {};
        PlainConnection connection = std::move(*last);
        m_idle.erase(std::next(last).base());
        if (isSilent(connection.socket)) {
            setUser(connection.socket, attempt);
            return connection;
        }
        close(connection); // it has ended, or what it says would be taken for the next answer
    }
}

PlainConnection PlainLoop::connectFor(PlainAttempt &attempt)
{
    std::erase(m_waiting, &attempt);
    const int socket = connectTo(attempt.target());
    if (socket >= 0) {
        setUser(socket, attempt);
        m_watches.watch(socket, SocketWatches::Write);
    }
    return {socket, m_generation, false, attempt.target().host};
}

void PlainLoop::sendLater(PlainAttempt &attempt)
{
    m_waiting.push_back(&attempt);
    Round::add(*this);
}

void PlainLoop::sendWaiting()
{
    // Called from wherever something is added to a round: receivers have to wait for the event loop.
    for (PlainAttempt *attempt : std::exchange(m_waiting, {})) {
        if (const auto over = attempt->sendNow()) {
            userOf(attempt->socket()) = {}; // it hears no more
            m_failed.emplace_back(attempt, *over);
            arm(Clock::now());
        }
    }
}

void PlainLoop::close(const PlainConnection &connection)
{
    userOf(connection.socket) = {};
    m_watches.close(connection.socket);
}

void PlainLoop::closeIdle(qintptr socket)
{
    const auto it = std::find_if(m_idle.begin(), m_idle.end(), [socket](const PlainConnection &connection) {
        return connection.socket == socket;
    });
    if (it == m_idle.end())
        return;
    close(*it);
    m_idle.erase(it);
}

TimePoint PlainLoop::work()
{
    // Those that receivers begin meanwhile have to wait: one that tries for ever must not hold up others.
    for (auto count = m_failed.size(); count > 0 && !m_failed.empty(); --count) {
        const auto [attempt, failure] = m_failed.front();
        end(*attempt, failure);
    }
    return m_failed.empty() ? TimePoint::max() : Clock::now();
}

void PlainLoop::setUser(int socket, PlainAttempt &attempt)
{
    User &user = userOf(socket);
    user = {&attempt};
    attempt.addTouched(user.touched);
}

PlainLoop::User &PlainLoop::userOf(int socket)
{
    const auto place = size_t(socket);
    if (place >= m_users.size())
        m_users.resize(place + 1);
    return m_users[place];
}

void PlainLoop::onReady(qintptr socket, SocketWatches::Event event)
{
    const User &user = userOf(int(socket));
    if (!user.attempt) // the provider ended an idle connection, or says what nobody asked
        return closeIdle(socket);
    PlainAttempt &attempt = *user.attempt;
    Touched::fetch(&attempt, sizeof attempt);
    user.touched.fetch();
    if (m_buffer.empty())
        m_buffer.resize(bufferSize);
    {
        const Inside inside(*this);
        const auto over = event == SocketWatches::Read ? attempt.readable(m_buffer) : attempt.writable();
        if (over)
            end(attempt, *over); // first: what ends now leaves in one piece with its end
    }
    tellBodyRead();
}

void PlainLoop::goOn(TransferAttempt &attempt)
{
    const Inside inside(*this);
    if (const auto over = static_cast<PlainAttempt &>(attempt).goOn())
        end(attempt, *over);
}

void PlainLoop::letGo(TransferAttempt &attempt)
{
    auto &gone = static_cast<PlainAttempt &>(attempt);
    std::erase_if(m_failed, [&gone](const auto &failed) { return failed.first == &gone; });
    std::erase(m_waiting, &gone);
    PlainConnection connection = gone.takeConnection();
    if (connection.socket < 0)
        return;
    if (!gone.leavesConnectionClean() || connection.generation != m_generation)
        return close(connection);
    if (m_idle.size() >= m_maxIdle)
        closeIdle(m_idle.front().socket);
    userOf(connection.socket) = {};
    m_watches.watch(connection.socket, SocketWatches::Read);
    connection.kept = true;
    connection.idleSince = Clock::now();
    m_idle.push_back(std::move(connection));
}

} // namespace gatehouse
