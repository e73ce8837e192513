// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/single_instance.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! Who is first, who raises whom, and what a crash leaves behind.
class TestSingleInstance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondRaisesTheFirst();
    void aThirdStartsWhenTheFirstIsGone();
    void aCrashLeavesNothingThatBlocks();
    void onlyItsUserMayConnect();
    void knowsOneVerb_data();
    void knowsOneVerb();
    void takesALongFolder();

private:
    //! The second instance, in a thread of its own: it waits for the first one's event loop.
    static SingleInstance::Role claimElsewhere(const QString &folder)
    {
        SingleInstance::Role role = SingleInstance::Deaf;
        std::atomic<bool> done = false;
        std::thread other([&] {
            SingleInstance second(folder);
            role = second.claim();
            done = true;
        });
        while (!done)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        other.join();
        return role;
    }

    QTemporaryDir m_folder;
};

void TestSingleInstance::theSecondRaisesTheFirst()
{
    SingleInstance first(m_folder.path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QCOMPARE(first.claim(), SingleInstance::First);
    QCOMPARE(claimElsewhere(m_folder.path()), SingleInstance::Second);
    QCOMPARE(raised.count(), 1);
}

void TestSingleInstance::aThirdStartsWhenTheFirstIsGone()
{
    {
        SingleInstance first(m_folder.path());
        QCOMPARE(first.claim(), SingleInstance::First);
    }
    SingleInstance third(m_folder.path());
    QCOMPARE(third.claim(), SingleInstance::First);
}

void TestSingleInstance::aCrashLeavesNothingThatBlocks()
{
    const QString socket = m_folder.filePath(u"gatehouse.socket"_s);
    const QString lock = m_folder.filePath(u"gatehouse.lock"_s);
    QProcess gone;
    gone.start(u"true"_s, QStringList());
    QVERIFY(gone.waitForStarted());
    const qint64 pid = gone.processId();
    QVERIFY(gone.waitForFinished());
    QFile left(lock);
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.write(QByteArray::number(pid) + "\ngatehouse\n" + QSysInfo::machineHostName().toUtf8() + '\n');
    left.close();
    QFile stale(socket);
    QVERIFY(stale.open(QIODevice::WriteOnly));
    stale.close();

    SingleInstance next(m_folder.path());
    QSignalSpy raised(&next, &SingleInstance::raiseRequested);
    QCOMPARE(next.claim(), SingleInstance::First);
    QCOMPARE(claimElsewhere(m_folder.path()), SingleInstance::Second);
    QCOMPARE(raised.count(), 1);
}

void TestSingleInstance::onlyItsUserMayConnect()
{
    SingleInstance first(m_folder.path());
    QCOMPARE(first.claim(), SingleInstance::First);
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(m_folder.filePath(u"gatehouse.socket"_s)).permissions() & others));
}

void TestSingleInstance::knowsOneVerb_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("another verb") << QByteArray("quit\n");
    QTest::newRow("more behind it") << QByteArray("raise now\n");
    QTest::newRow("too much") << QByteArray(5000, 'x');
    QTest::newRow("binary") << QByteArray("\0\xff\n", 3);
}

void TestSingleInstance::knowsOneVerb()
{
    QFETCH(QByteArray, said);
    SingleInstance first(m_folder.path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QCOMPARE(first.claim(), SingleInstance::First);
    QLocalSocket socket;
    socket.connectToServer(m_folder.filePath(u"gatehouse.socket"_s));
    QVERIFY(socket.waitForConnected());
    QSignalSpy left(&socket, &QLocalSocket::disconnected);
    socket.write(said);
    QTRY_COMPARE(left.count(), 1);
    QVERIFY(socket.readAll().isEmpty());
    QCOMPARE(raised.count(), 0);
}

void TestSingleInstance::takesALongFolder()
{
    const QString folder = m_folder.filePath(QString(120, u'x'));
    QVERIFY(QDir().mkpath(folder));
    qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit());
    SingleInstance first(folder);
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QCOMPARE(first.claim(), SingleInstance::First);
    QCOMPARE(claimElsewhere(folder), SingleInstance::Second);
    QCOMPARE(raised.count(), 1);
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_single_instance.moc"
