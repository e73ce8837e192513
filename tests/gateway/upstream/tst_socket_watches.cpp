// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/socket_watches.h"
#include "tests/gateway/base/socket_pair.h"
#include "tests/support/event_loop.h"

#include <QCoreApplication>
#include <QTest>

using namespace gatehouse;

//! What is watched is told of, also where a number comes again.
class TestSocketWatches : public QObject
{
    Q_OBJECT

    QByteArray m_heard;
    SocketWatches m_watches{
        [this](qintptr, SocketWatches::Event event) { m_heard += event == SocketWatches::Read ? 'r' : 'w'; }};

    //! What is told in one turn.
    QByteArray turn()
    {
        m_heard.clear();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents(); // Qt's own loop looks at sockets in every other one
        return m_heard.left(1);
    }

private Q_SLOTS:
    void tellsOfWhatIsWatched()
    {
        Pair pair;
        pair.say(1);
        m_watches.watch(pair.ends[0], SocketWatches::Read);
        QCOMPARE(turn(), "r");
        m_watches.watch(pair.ends[0], SocketWatches::None);
        QCOMPARE(turn(), QByteArray());
        m_watches.watch(pair.ends[0], SocketWatches::Write);
        QCOMPARE(turn(), "w");
        m_watches.watch(pair.ends[0], SocketWatches::Read);
        QCOMPARE(turn(), "r");
        m_watches.forget(pair.ends[0]);
        QCOMPARE(turn(), QByteArray());
        m_watches.close(std::exchange(pair.ends[0], -1));
    }

    //! As libcurl's resolver does it.
    void tellsOfANumberThatComesAgain()
    {
        auto old = std::make_unique<Pair>();
        const int number = old->ends[0];
        m_watches.watch(number, SocketWatches::Read);
        QCOMPARE(turn(), QByteArray());
        m_watches.forget(number);
        old.reset();
        Pair young;
        QCOMPARE(young.ends[0], number);
        young.say(1);
        m_watches.watch(number, SocketWatches::Read);
        QCOMPARE(turn(), "r");
        m_watches.close(std::exchange(young.ends[0], -1));
    }
};

QTEST_GUILESS_MAIN(TestSocketWatches)
#include "tst_socket_watches.moc"
