// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace gatehouse;

//! A KWallet that answers open() only when it is unlocked, as the real one waits for a password.
class FakeWallet final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.KWallet")

public:
    explicit FakeWallet(QString bus)
        : m_bus(std::move(bus))
    {
    }

    void unlock()
    {
        m_locked = false;
        for (const QDBusMessage &call : std::as_const(m_waiting))
            QDBusConnection(m_bus).send(call.createReply(handle));
        m_waiting.clear();
    }

public Q_SLOTS:
    QString networkWallet() { return u"kdewallet"_s; }
    int open(const QString &, qlonglong, const QString &)
    {
        if (m_locked) {
            setDelayedReply(true);
            m_waiting.append(message());
        }
        return handle;
    }
    int entryType(int, const QString &, const QString &, const QString &) { return 1; } // a password
    QString readPassword(int, const QString &, const QString &, const QString &) { return u"the secret"_s; }

private:
    static constexpr int handle = 7;
    QString m_bus;
    bool m_locked = true;
    QList<QDBusMessage> m_waiting;
};

//! A keychain that waits for a person: told as locked in time, and used once it is unlocked.
class TestKeychainLocked final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isToldAsLockedAndRecovers();

private:
    QProcess m_bus;
    QThread m_walletThread;
    std::unique_ptr<FakeWallet> m_wallet;
};

void TestKeychainLocked::initTestCase()
{
    QVERIFY2(!QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty(),
             "needs dbus-daemon: sh packaging/deps.sh --dev installs it");
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QTRY_VERIFY(m_bus.canReadLine());
    const QString address = QString::fromLatin1(m_bus.readLine().trimmed());
    qputenv("DBUS_SESSION_BUS_ADDRESS", address.toLatin1());
    qputenv("XDG_CURRENT_DESKTOP", "KDE"); // makes QtKeychain ask KWallet first
    qputenv("KDE_SESSION_VERSION", "5");

    const QString name = u"wallet"_s;
    QDBusConnection connection = QDBusConnection::connectToBus(address, name);
    QVERIFY(connection.isConnected());
    m_wallet = std::make_unique<FakeWallet>(name);
    // In a thread of its own: QtKeychain waits for the first answer.
    m_wallet->moveToThread(&m_walletThread);
    m_walletThread.start();
    QVERIFY(
        connection.registerObject(u"/modules/kwalletd5"_s, m_wallet.get(), QDBusConnection::ExportAllSlots));
    QVERIFY(connection.registerService(u"org.kde.kwalletd5"_s));
}

void TestKeychainLocked::cleanupTestCase()
{
    m_walletThread.quit();
    m_walletThread.wait();
    m_bus.kill();
    m_bus.waitForFinished();
}

void TestKeychainLocked::isToldAsLockedAndRecovers()
{
    using Answer = SecretStore::Answer;
    Keychain keychain(300ms);
    QSignalSpy awoke(&keychain, &Keychain::awoke);
    QList<Answer> answers;
    const auto note = [&](const Answer &answer) { answers.append(answer); };
    keychain.read(u"a@b"_s, note);
    keychain.read(u"c@d"_s, note);
    QTRY_COMPARE(answers.size(), 2);
    QCOMPARE(answers[0].state, Answer::Locked);
    QCOMPARE(answers[1].state, Answer::Locked);
    QVERIFY2(answers[0].message.contains("0.3 seconds"_L1), qUtf8Printable(answers[0].message));

    QElapsedTimer clock;
    clock.start();
    keychain.read(u"e@f"_s, note); // does not wait once more
    QTRY_COMPARE(answers.size(), 3);
    QCOMPARE(answers[2].state, Answer::Locked);
    QVERIFY(clock.elapsed() < 250);
    QCOMPARE(awoke.size(), 0);

    QMetaObject::invokeMethod(m_wallet.get(), &FakeWallet::unlock);
    QVERIFY(awoke.wait());
    QCOMPARE(answers.size(), 3); // the late answer comes to nobody
    keychain.read(u"a@b"_s, note);
    QTRY_COMPARE(answers.size(), 4);
    QCOMPARE(answers[3].state, Answer::Found);
    QCOMPARE(answers[3].secret, QByteArray("the secret"));
}

QTEST_GUILESS_MAIN(TestKeychainLocked)
#include "tst_keychain_locked.moc"
