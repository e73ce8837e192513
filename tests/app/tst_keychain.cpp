// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace gatehouse;

//! The keychain where there is none: answers, soon, and writes the secret nowhere else.
class TestKeychain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersWithoutAService();
    void answersEachOnceAndNeverFromTheCall();
    void leavesNothingOnDisk();
    void mayDieBeforeItsJobs();
    void keepsForTheSessionInMemory();

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestKeychain::initTestCase()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("HOME", m_home->path().toLocal8Bit());
    for (const char *name :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "DISPLAY", "WAYLAND_DISPLAY"})
        qunsetenv(name);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

void TestKeychain::answersWithoutAService()
{
    Keychain keychain(10s);
    std::optional<SecretStore::Answer> answer;
    QElapsedTimer clock;
    clock.start();
    keychain.read(u"openai@api.openai.com"_s, [&](const auto &given) { answer = given; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->state, SecretStore::Answer::Unavailable);
    QVERIFY(!answer->message.isEmpty());
    QVERIFY(answer->secret.isEmpty());
    QVERIFY(clock.elapsed() < 3000);
}

void TestKeychain::answersEachOnceAndNeverFromTheCall()
{
    Keychain keychain(10s);
    QList<int> answered;
    bool inCall = true;
    const auto note = [&](int which) {
        return [&, which](const SecretStore::Answer &) {
            QVERIFY(!inCall);
            answered.append(which);
        };
    };
    keychain.read(u"a@b"_s, note(1));
    keychain.write(u"a@b"_s, "canary-secret", note(2));
    keychain.remove(u"a@b"_s, note(3));
    keychain.read(u"c@d"_s, note(4));
    inCall = false;
    QTRY_COMPARE(answered, (QList<int>{1, 2, 3, 4}));
}

void TestKeychain::leavesNothingOnDisk()
{
    QProcess grep;
    grep.start(u"grep"_s, {u"-ra"_s, u"canary-secret"_s, m_home->path()});
    QVERIFY(grep.waitForFinished());
    QCOMPARE(grep.exitCode(), 1);
}

void TestKeychain::mayDieBeforeItsJobs()
{
    {
        Keychain keychain(10s);
        keychain.read(u"a@b"_s, [](const auto &) {});
        QCoreApplication::processEvents();
    }
    Keychain next(10s);
    bool answered = false;
    next.read(u"a@b"_s, [&](const auto &) { answered = true; });
    QTRY_VERIFY(answered);
}

void TestKeychain::keepsForTheSessionInMemory()
{
    Keychain keychain(10s);
    keychain.keepForSession(u"a@b"_s, "canary-secret");
    QVERIFY(keychain.isKeptForSession(u"a@b"_s));
    std::optional<SecretStore::Answer> answer;
    keychain.read(u"a@b"_s, [&](const auto &given) { answer = given; });
    QVERIFY(!answer);
    QTRY_VERIFY(answer);
    QCOMPARE(answer->secret, QByteArray("canary-secret"));
    leavesNothingOnDisk();

    answer.reset();
    keychain.remove(u"a@b"_s, [&](const auto &given) { answer = given; });
    QTRY_VERIFY(answer);
    QVERIFY(!keychain.isKeptForSession(u"a@b"_s));
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
