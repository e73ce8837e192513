// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

//! A running `gatehouse` with a folder of its own.
class TrayProgram final
{
public:
    explicit TrayProgram(const QString &folder, const QStringList &options = {})
    {
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(QStringLiteral(GATEHOUSE),
                        QStringList{u"--data-dir"_s, folder, u"--port"_s, u"0"_s} + options);
    }
    ~TrayProgram()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    //! Waits until the log says \a what.
    bool says(const QString &what)
    {
        const QDeadlineTimer deadline(20000);
        while (!m_log.contains(what) && !deadline.hasExpired() && m_process.state() != QProcess::NotRunning)
            read(200);
        return m_log.contains(what);
    }
    QString log() const { return m_log; }
    QProcess &process() { return m_process; }
    int waitForExit() { return m_process.waitForFinished(20000) ? m_process.exitCode() : -1; }
    //! Of /proc/PID/status.
    qint64 residentKiB() const
    {
        QFile file(u"/proc/%1/status"_s.arg(m_process.processId()));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        const auto match = QRegularExpression(u"VmRSS:\\s+(\\d+)"_s).match(QString::fromUtf8(file.readAll()));
        return match.captured(1).toLongLong();
    }
    //! How often its threads have gone to sleep so far; -1 if it does not run.
    qint64 sleeps() const
    {
        const QDir tasks(u"/proc/%1/task"_s.arg(m_process.processId()));
        qint64 sum = tasks.exists() ? 0 : -1;
        for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(tasks.filePath(task + u"/status"_s));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const auto match = QRegularExpression(u"\\nvoluntary_ctxt_switches:\\s+(\\d+)"_s)
                                   .match(QString::fromUtf8(file.readAll()));
            sum += match.captured(1).toLongLong();
        }
        return sum;
    }

private:
    void read(int milliseconds)
    {
        m_process.waitForReadyRead(milliseconds);
        m_log += QString::fromUtf8(m_process.readAllStandardError());
    }

    QProcess m_process;
    QString m_log;
};

//! What xdotool finds by the window's name.
QStringList windows()
{
    QProcess tool;
    tool.start(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"^Gatehouse$"_s});
    tool.waitForFinished();
    return QString::fromUtf8(tool.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

//! The program as a person starts it: tray, window, second start, crash, end.
class TestTrayProgram final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensItsWindowAndEndsWhenAsked();
    void startsHidden();
    void aSecondStartRaisesTheFirst();
    void aCrashBlocksNothing();
    void tellsOfATakenPort();
    void restsWhenIdle();
    void needsADisplay();

private:
    QTemporaryDir m_folder;
};

void TestTrayProgram::opensItsWindowAndEndsWhenAsked()
{
    TrayProgram program(m_folder.path());
    QVERIFY2(program.says(u"Listening on http://127.0.0.1:"_s), qPrintable(program.log()));
    QTRY_COMPARE(windows().size(), 1);
    ::kill(pid_t(program.process().processId()), SIGTERM);
    QCOMPARE(program.waitForExit(), 0);
}

void TestTrayProgram::startsHidden()
{
    TrayProgram program(m_folder.path(), {u"--hidden"_s});
    QVERIFY2(program.says(u"Listening on"_s), qPrintable(program.log()));
    QCOMPARE(windows().size(), 0);
}

void TestTrayProgram::aSecondStartRaisesTheFirst()
{
    TrayProgram first(m_folder.path(), {u"--hidden"_s});
    QVERIFY2(first.says(u"Listening on"_s), qPrintable(first.log()));
    TrayProgram second(m_folder.path());
    QCOMPARE(second.waitForExit(), 0);
    QTRY_COMPARE(windows().size(), 1);
    QCOMPARE(first.process().state(), QProcess::Running);
}

void TestTrayProgram::aCrashBlocksNothing()
{
    {
        TrayProgram crashed(m_folder.path(), {u"--hidden"_s});
        QVERIFY2(crashed.says(u"Listening on"_s), qPrintable(crashed.log()));
        ::kill(pid_t(crashed.process().processId()), SIGKILL);
        crashed.process().waitForFinished();
    }
    QVERIFY(QFile::exists(m_folder.filePath(u"gatehouse.lock"_s)));
    TrayProgram next(m_folder.path());
    QVERIFY2(next.says(u"Listening on"_s), qPrintable(next.log()));
    QTRY_COMPARE(windows().size(), 1);
}

void TestTrayProgram::tellsOfATakenPort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    TrayProgram program(m_folder.path(), {u"--port"_s, QString::number(other.serverPort())});
    QVERIFY2(program.says(u"The port %1 is taken by tst_tray"_s.arg(other.serverPort())),
             qPrintable(program.log()));
    QTRY_COMPARE(windows().size(), 1); // to be told, and helped
    QCOMPARE(program.process().state(), QProcess::Running);
}

void TestTrayProgram::restsWhenIdle()
{
    TrayProgram program(m_folder.path(), {u"--hidden"_s});
    QVERIFY2(program.says(u"Listening on"_s), qPrintable(program.log()));
    // Some quiet span comes once all that follows a start is over; time has to pass for that, not an event.
    constexpr int spanMs = 3000;
    qint64 wakes = -1;
    for (int span = 0; span < 5 && (wakes < 0 || wakes > 3); ++span) {
        const qint64 before = program.sleeps();
        QVERIFY(before > 0);
        QTest::qWait(spanMs);
        QCOMPARE(program.process().state(), QProcess::Running);
        wakes = program.sleeps() - before;
    }
    QVERIFY2(wakes <= 3, QByteArray::number(wakes).constData()); // once a second
#ifndef GATEHOUSE_SANITIZED
    QVERIFY2(program.residentKiB() < 90 * 1024, QByteArray::number(program.residentKiB()).constData());
#endif
}

void TestTrayProgram::needsADisplay()
{
    QProcess program;
    QProcessEnvironment bare = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        bare.remove(name);
    program.setProcessEnvironment(bare);
    program.start(QStringLiteral(GATEHOUSE), QStringList());
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 1);
    QVERIFY(program.readAllStandardError().contains("gatehoused runs without one"));
}

QTEST_GUILESS_MAIN(TestTrayProgram)
#include "tst_tray_program.moc"
