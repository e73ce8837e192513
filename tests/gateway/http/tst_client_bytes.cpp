// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/epoll_dispatcher.h"
#include "gateway/http/client_bytes.h"
#include "tests/gateway/base/socket_pair.h"
#include "tests/gateway/http/test_server.h"

#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>

namespace gatehouse {

namespace {

//! How often Qt was told of a socket, all but one.
class NotifierCount final : public QObject
{
public:
    explicit NotifierCount(qintptr except)
        : m_except(except)
    {
        qApp->installEventFilter(this);
    }

    int told() const { return m_told; }

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::SockAct) {
            const auto *notifier = qobject_cast<QSocketNotifier *>(object);
            m_told += notifier && notifier->socket() != m_except;
        }
        return false;
    }

private:
    qintptr m_except;
    int m_told = 0;
};

} // namespace

//! What is read of a client's descriptor without Qt's socket. (The event loop is the gateway's own.)
class TestClientBytes : public QObject
{
    Q_OBJECT

    static constexpr qsizetype room = 64 * 1024;

    QByteArray m_room;

    static void write(int descriptor, const QByteArray &bytes)
    {
        const int much = 1024 * 1024;
        ::setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &much, sizeof much);
        QCOMPARE(::send(descriptor, bytes.constData(), size_t(bytes.size()), 0), bytes.size());
    }

    static QByteArray readAll(DescriptorBytes &bytes)
    {
        QByteArray all;
        while (const qint64 size = bytes.available()) {
            const qsizetype before = all.size();
            all.resize(before + size);
            if (bytes.read(all.data() + before, size) != size)
                return "it read less than there was";
        }
        return all;
    }

private Q_SLOTS:
    void readsWhatHasCome()
    {
        Pair pair;
        {
            DescriptorBytes nothing(pair.ends[0], m_room);
            QCOMPARE(nothing.available(), 0);
            QVERIFY(!nothing.ended());
        }
        write(pair.ends[1], "hello");
        DescriptorBytes bytes(pair.ends[0], m_room);
        QCOMPARE(bytes.available(), 5);
        QByteArray two(2, '-');
        QCOMPARE(bytes.read(two.data(), 2), 2);
        QCOMPARE(two, "he");
        QCOMPARE(bytes.available(), 3);
        QCOMPARE(readAll(bytes), "llo");
        write(pair.ends[1], "more");
        QCOMPARE(bytes.available(), 0); // it is told of again
        QVERIFY(!bytes.ended());
    }

    void noticesTheEnd_data()
    {
        QTest::addColumn<qsizetype>("before");
        for (const qsizetype size : {qsizetype(0), room - 1, room, room + 1, 2 * room})
            QTest::addRow("behind %d bytes", int(size)) << size;
    }

    void noticesTheEnd()
    {
        QFETCH(qsizetype, before);
        Pair pair;
        const QByteArray sent(before, 'x');
        if (before > 0)
            write(pair.ends[1], sent);
        pair.closeEnd(1);
        QByteArray got;
        for (int turn = 0; turn < 2; ++turn) {
            DescriptorBytes bytes(pair.ends[0], m_room);
            got += readAll(bytes);
            if (bytes.ended())
                break;
            QCOMPARE(turn, 0);
        }
        QCOMPARE(got, sent);
        DescriptorBytes bytes(pair.ends[0], m_room);
        QCOMPARE(bytes.available(), 0);
        QVERIFY(bytes.ended());
    }

    void leavesSomeForLater()
    {
        Pair pair;
        const QByteArray sent(5 * room, 'x');
        write(pair.ends[1], sent);
        DescriptorBytes first(pair.ends[0], m_room);
        const qsizetype size = readAll(first).size();
        QVERIFY(size > 0 && size <= 4 * room);
        QVERIFY(!first.ended());
        DescriptorBytes second(pair.ends[0], m_room);
        QCOMPARE(second.skip(), sent.size() - size);
        QCOMPARE(second.available(), 0);
    }

    void keptConnectionsAreReadThatWay()
    {
        TestServer server;
        LoopClient client(server.port());
        QCOMPARE(client.ask(request("GET /first")).body, "/first");
        NotifierCount count(client.socket().socketDescriptor());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(client.ask(post("hi")).body, "hi");
        QCOMPARE(count.told(), 0);
        LoopClient other(server.port()); // the count counts
        QCOMPARE(other.ask(request("GET /second")).body, "/second");
        QVERIFY(count.told() > 0);
        client.socket().disconnectFromHost();
        QTRY_COMPARE(server->connections(), 1); // the other
    }
};

} // namespace gatehouse

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new gatehouse::EpollDispatcher);
    QCoreApplication app(argc, argv);
    gatehouse::TestClientBytes test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_client_bytes.moc"
