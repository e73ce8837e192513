// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/raw_client.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! The real gatehoused where its standard streams are not what it is used to.
class TestDaemonStreams final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatCouldNotBeWritten();
    void servesWithoutAny();
};

void TestDaemonStreams::saysWhatCouldNotBeWritten()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("Here is no device that is always full.");
    QTemporaryDir home;
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(GATEHOUSED), {u"--check-config"_s, u"--data-dir"_s, home.path()});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("standard output"));
}

void TestDaemonStreams::servesWithoutAny()
{
    QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    process.setProcessEnvironment(environment);
    process.start(u"sh"_s, {u"-c"_s, u"exec \"$0\" \"$@\" <&- >&- 2>&-"_s, QStringLiteral(GATEHOUSED),
                            u"--demo"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, home.path()});
    QVERIFY(process.waitForStarted());
    const QRegularExpression listening(u"Listening on http://127\\.0\\.0\\.1:(\\d+)"_s);
    QRegularExpressionMatch match;
    const auto listens = [&] {
        QFile log(home.filePath(u"gatehouse.log"_s));
        if (log.open(QIODevice::ReadOnly))
            match = listening.match(QString::fromUtf8(log.readAll()));
        return match.hasMatch();
    };
    QTRY_VERIFY_WITH_TIMEOUT(listens(), 10'000);
    const RawAnswer answer = exchange(quint16(match.captured(1).toUInt()),
                                      "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(process.state(), QProcess::Running);
    process.terminate();
    QVERIFY(process.waitForFinished());
}

QTEST_GUILESS_MAIN(TestDaemonStreams)
#include "tst_daemon_streams.moc"
