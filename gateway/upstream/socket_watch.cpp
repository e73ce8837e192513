// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/socket_watch.h"

#include <QEvent>
#include <QSocketNotifier>

#include <functional>

namespace gatehouse {
namespace {

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

class NotifierWatch final : public SocketWatch
{
public:
    NotifierWatch(const SocketWatches::Ready &ready, qintptr number)
        : SocketWatch(ready, number)
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

} // namespace

std::unique_ptr<SocketWatch> makeNotifierWatch(const SocketWatches::Ready &ready, qintptr socket)
{
    return std::make_unique<NotifierWatch>(ready, socket);
}

} // namespace gatehouse
