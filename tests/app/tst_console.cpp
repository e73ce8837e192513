// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

//! gatehoused at a terminal.
class TestConsole final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hidesAKeyThatIsTyped();
    void showsTypingAgainWhenStopped_data();
    void showsTypingAgainWhenStopped();

private:
    bool showsTyping() const
    {
        termios state = {};
        return ::tcgetattr(m_terminal, &state) == 0 && (state.c_lflag & ECHO);
    }
    //! Until the question for the key stands there.
    void askForKey()
    {
        m_process.start(QStringLiteral(GATEHOUSED), {u"key"_s, u"set"_s, u"openai"_s, u"--config"_s,
                                                     m_folder.filePath(u"config.json"_s)});
        QByteArray said;
        const auto asks = [&] {
            m_process.waitForReadyRead(10);
            said += m_process.readAllStandardError();
            return said.contains("it is not shown");
        };
        QTRY_VERIFY2_WITH_TIMEOUT(asks(), said.constData(), 10'000);
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    int m_master = -1;
    int m_terminal = -1;
};

void TestConsole::init()
{
    QFile config(m_folder.filePath(u"config.json"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(R"({"version": 1, "providers": [{"preset": "openai"}]})");
    m_master = ::posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(::grantpt(m_master) == 0 && ::unlockpt(m_master) == 0);
    const char *name = ::ptsname(m_master);
    m_terminal = ::open(name, O_RDWR | O_NOCTTY);
    QVERIFY(m_terminal >= 0);
    m_process.setStandardInputFile(QString::fromLocal8Bit(name));
    QVERIFY(showsTyping());
}

void TestConsole::cleanup()
{
    m_process.kill();
    m_process.waitForFinished();
    ::close(m_terminal);
    ::close(m_master);
}

void TestConsole::hidesAKeyThatIsTyped()
{
    askForKey();
    QVERIFY(!showsTyping());
    QCOMPARE(::write(m_master, " \n", 2), 2);
    QVERIFY(m_process.waitForFinished());
    QCOMPARE(m_process.exitCode(), 2); // this is no key
    QVERIFY(showsTyping());
}

void TestConsole::showsTypingAgainWhenStopped_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("Ctrl-C") << SIGINT;
    QTest::newRow("told to end") << SIGTERM;
    QTest::newRow("the window is closed") << SIGHUP;
}

void TestConsole::showsTypingAgainWhenStopped()
{
    QFETCH(int, number);
    askForKey();
    QVERIFY(!showsTyping());
    ::kill(pid_t(m_process.processId()), number);
    QVERIFY(m_process.waitForFinished());
    QCOMPARE(m_process.exitStatus(), QProcess::CrashExit); // the shell is to see why
    QVERIFY(showsTyping());
}

QTEST_GUILESS_MAIN(TestConsole)
#include "tst_console.moc"
