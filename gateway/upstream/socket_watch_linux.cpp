// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/epoll_dispatcher.h"
#include "gateway/upstream/socket_watch.h"

#include <QPointer>

namespace gatehouse {
namespace {

class EpollWatch final : public SocketWatch, private DescriptorWatcher
{
public:
    EpollWatch(const SocketWatches::Ready &ready, qintptr number, EpollDispatcher *loop)
        : SocketWatch(ready, number)
        , m_loop(loop)
    {
    }
    ~EpollWatch() override { stop(); }
    Q_DISABLE_COPY_MOVE(EpollWatch)

private:
    void doEnable(bool read, bool write) override
    {
        if (m_loop)
            m_loop->watch(int(socket()), read, write, *this);
    }
    void onReadable() override { tellReadable(); }
    void onWritable() override { tellWritable(); }

    QPointer<EpollDispatcher> m_loop;
};

} // namespace

std::unique_ptr<SocketWatch> makeSocketWatch(const SocketWatches::Ready &ready, qintptr socket)
{
    if (auto *loop = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()))
        return std::make_unique<EpollWatch>(ready, socket, loop);
    return makeNotifierWatch(ready, socket);
}

} // namespace gatehouse
