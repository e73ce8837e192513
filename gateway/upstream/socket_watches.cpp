// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/socket_watches.h"

#ifdef Q_OS_LINUX
#include "gateway/base/epoll_dispatcher.h"

#include <QPointer>
#endif

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

//! One socket.
class SocketWatches::Watch
{
public:
    Watch(SocketWatches &watches, qintptr socket)
        : m_watches(watches)
        , m_socket(socket)
    {
    }
    virtual ~Watch() = default;
    Q_DISABLE_COPY_MOVE(Watch)

    void set(bool read, bool write)
    {
        m_readWanted = read;
        // That nobody reads for a while is told to the system only when there is something to read.
        enable(read || m_reads, write);
    }
    void stop()
    {
        m_readWanted = false;
        enable(false, false);
    }

protected:
    virtual void doEnable(bool read, bool write) = 0;

    void tellReadable()
    {
        if (m_readWanted)
            m_watches.m_ready(m_socket, Read);
        else // it is told of again when somebody waits for it
            enable(false, m_writes);
    }
    void tellWritable() { m_watches.m_ready(m_socket, Write); }
    qintptr socket() const { return m_socket; }

private:
    void enable(bool read, bool write)
    {
        if (read == m_reads && write == m_writes)
            return;
        m_reads = read;
        m_writes = write;
        doEnable(read, write);
    }

    SocketWatches &m_watches;
    const qintptr m_socket;
    bool m_readWanted = false; //!< as set() said last
    bool m_reads = false;      //!< what is told of at all
    bool m_writes = false;
};

//! Over Qt's own event loops.
class SocketWatches::NotifierWatch final : public Watch
{
public:
    NotifierWatch(SocketWatches &watches, qintptr number)
        : Watch(watches, number)
        , m_read(number, QSocketNotifier::Read, [this] { tellReadable(); })
        , m_write(number, QSocketNotifier::Write, [this] { tellWritable(); })
    {
    }

private:
    void doEnable(bool read, bool write) override
    {
        m_read.setEnabled(read);
        m_write.setEnabled(write);
    }

    Notifier m_read;
    Notifier m_write;
};

#ifdef Q_OS_LINUX

//! Over ours.
class SocketWatches::EpollWatch final : public Watch, private DescriptorWatcher
{
public:
    EpollWatch(SocketWatches &watches, qintptr number, EpollDispatcher *loop)
        : Watch(watches, number)
        , m_loop(loop)
    {
    }
    ~EpollWatch() override { stop(); }

private:
    void doEnable(bool read, bool write) override
    {
        if (m_loop)
            m_loop->watch(int(socket()), read, write, read || write ? this : nullptr);
    }
    void onReadable() override { tellReadable(); }
    void onWritable() override { tellWritable(); }

    QPointer<EpollDispatcher> m_loop;
};

#endif

SocketWatches::SocketWatches(Ready ready)
    : m_ready(std::move(ready))
{
}

SocketWatches::~SocketWatches() = default;

std::unique_ptr<SocketWatches::Watch> SocketWatches::make(qintptr socket)
{
#ifdef Q_OS_LINUX
    if (auto *loop = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()))
        return std::make_unique<EpollWatch>(*this, socket, loop);
#endif
    return std::make_unique<NotifierWatch>(*this, socket);
}

void SocketWatches::watch(qintptr socket, int events)
{
    auto it = m_sockets.find(socket);
    if (it == m_sockets.end()) {
        if (events == None)
            return;
        it = m_sockets.emplace(socket, make(socket)).first;
    }
    it->second->set((events & Read) != 0, (events & Write) != 0);
}

void SocketWatches::close(qintptr socket)
{
    if (const auto it = m_sockets.find(socket); it != m_sockets.end())
        it->second->stop();
    closeSocket(socket);
}

} // namespace gatehouse
