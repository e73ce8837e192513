// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/socket_watches.h"

#include <QEvent>
#include <QSocketNotifier>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <unistd.h>
#endif

namespace gatehouse {
namespace {

void closeSocket(qintptr socket)
{
#ifdef Q_OS_WIN
    ::closesocket(SOCKET(socket));
#else
    ::close(int(socket));
#endif
}

//! A notifier that calls what it was given: a signal would look up who is connected, for each event of a
//! stream.
class Notifier final : public QSocketNotifier
{
public:
    Notifier(qintptr socket, Type type, std::function<void()> ready)
        : QSocketNotifier(socket, type)
        , m_ready(std::move(ready))
    {
        setEnabled(false);
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::SockAct && event->type() != QEvent::SockClose)
            return QSocketNotifier::event(event);
        m_ready();
        return true;
    }

private:
    std::function<void()> m_ready;
};

} // namespace

struct SocketWatches::Pair
{
    Pair(SocketWatches &watches, qintptr socketNumber)
        : socket(socketNumber)
        , read(socket, QSocketNotifier::Read, [&watches, this] { watches.readable(*this); })
        , write(socket, QSocketNotifier::Write, [&watches, this] { watches.m_ready(socket, Write); })
    {
    }

    qintptr socket;
    bool readWanted = false; //!< as watch() said last
    Notifier read;
    Notifier write;
};

SocketWatches::SocketWatches(Ready ready)
    : m_ready(std::move(ready))
{
}

SocketWatches::~SocketWatches() = default;

void SocketWatches::watch(qintptr socket, int events)
{
    const bool in = (events & Read) != 0;
    const bool out = (events & Write) != 0;
    auto it = m_pairs.find(socket);
    if (it == m_pairs.end()) {
        if (!in && !out)
            return;
        it = m_pairs.emplace(socket, std::make_unique<Pair>(*this, socket)).first;
    }
    Pair &pair = *it->second;
    pair.readWanted = in;
    if (in)
        pair.read.setEnabled(true);
    pair.write.setEnabled(out);
}

void SocketWatches::close(qintptr socket)
{
    if (const auto it = m_pairs.find(socket); it != m_pairs.end()) {
        it->second->readWanted = false;
        it->second->read.setEnabled(false);
        it->second->write.setEnabled(false);
    }
    closeSocket(socket);
}

void SocketWatches::readable(Pair &pair)
{
    if (pair.readWanted)
        m_ready(pair.socket, Read);
    else // nobody waits for it now: it is told of again when somebody does
        pair.read.setEnabled(false);
}

} // namespace gatehouse
