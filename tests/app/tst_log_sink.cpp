// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log_sink.h"
#include "app/usage_log.h"
#include "gateway/base/redact.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace gatehouse;

Q_LOGGING_CATEGORY(lcSample, "gatehouse.sample", QtInfoMsg)

//! Qt's messages on their way to the log: chosen by level, free of secrets, a line each.
class TestLogSink final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void choosesByLevel_data();
    void choosesByLevel();
    void takesSecretsOut_data();
    void takesSecretsOut();
    void takesManyThreads();
    void recordsCostNothingWhenOff();
    void fullPipeDoesNotStopIt();

private:
    QString path() const { return m_folder->filePath(u"gatehouse.log"_s); }
    QByteArrayList lines() const
    {
        QFile file(path());
        QByteArrayList all = file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QByteArrayList();
        all.removeLast(); // behind the last line break
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLogSink::choosesByLevel_data()
{
    QTest::addColumn<LogLevel>("level");
    QTest::addColumn<QByteArrayList>("shown");
    QTest::newRow("error") << LogLevel::Error << QByteArrayList{"e"};
    QTest::newRow("warn") << LogLevel::Warn << QByteArrayList{"e", "w"};
    QTest::newRow("info") << LogLevel::Info << QByteArrayList{"e", "w", "i", "default"};
    QTest::newRow("debug") << LogLevel::Debug << QByteArrayList{"e", "w", "i", "d", "default"};
}

void TestLogSink::choosesByLevel()
{
    QFETCH(LogLevel, level);
    QFETCH(QByteArrayList, shown);
    {
        LogSink sink(level, LogFormat::Json, std::make_shared<Redactor>());
        sink.openFile(path());
        qCCritical(lcSample) << "e";
        qCWarning(lcSample) << "w";
        qCInfo(lcSample) << "i";
        qCDebug(lcSample) << "d";
        qInfo() << "default";
        QCOMPARE(lcSample().isDebugEnabled(), level == LogLevel::Debug);
        QCOMPARE(lcSample().isInfoEnabled(), level >= LogLevel::Info);
    }
    QByteArrayList seen;
    for (const QByteArray &line : lines())
        seen.append(QJsonDocument::fromJson(line)["message"_L1].toString().toUtf8());
    QCOMPARE(seen, shown);
}

void TestLogSink::takesSecretsOut_data()
{
    QTest::addColumn<LogFormat>("format");
    QTest::newRow("text") << LogFormat::Text;
    QTest::newRow("json") << LogFormat::Json;
}

void TestLogSink::takesSecretsOut()
{
    QFETCH(LogFormat, format);
    {
        const auto redactor = std::make_shared<Redactor>();
        redactor->setSecrets({"canary-of-no-known-form"});
        LogSink sink(LogLevel::Info, format, redactor);
        sink.openFile(path());
        qCInfo(lcSample).noquote()
            << "the key \"canary-of-no-known-form\" and Bearer sk-canary0123456789abcdef";
        sink.write({.category = "c",
                    .message = "m canary-of-no-known-form",
                    .fields = {{"model", u"canary-of-no-known-form"_s}}});
    }
    QCOMPARE(lines().size(), 2);
    for (const QByteArray &line : lines()) {
        QVERIFY2(!line.contains("canary"), line.constData());
        QVERIFY2(line.contains("***"), line.constData());
        QVERIFY2(format == LogFormat::Text || !QJsonDocument::fromJson(line).isNull(), line.constData());
    }
}

void TestLogSink::takesManyThreads()
{
    constexpr int threads = 4, each = 200;
    {
        LogSink sink(LogLevel::Info, LogFormat::Text, std::make_shared<Redactor>());
        sink.openFile(path());
        std::vector<std::thread> running;
        for (int t = 0; t < threads; ++t) {
            running.emplace_back([t] {
                for (int i = 0; i < each; ++i)
                    qCInfo(lcSample).noquote() << QStringLiteral("<%1>").arg(QString(100, QChar(u'a' + t)));
            });
        }
        for (std::thread &thread : running)
            thread.join();
    }
    QCOMPARE(lines().size(), threads * each);
    for (const QByteArray &line : lines()) {
        const QByteArray message = line.mid(line.indexOf('<'));
        QCOMPARE(message, '<' + QByteArray(100, message[1]) + '>');
    }
}

void TestLogSink::recordsCostNothingWhenOff()
{
    {
        LogSink sink(LogLevel::Warn, LogFormat::Json, std::make_shared<Redactor>());
        sink.openFile(path());
        logUsage(sink, {UsageRecord{}});
    }
    QVERIFY(lines().isEmpty());
}

void TestLogSink::fullPipeDoesNotStopIt()
{
    int ends[2] = {};
    QCOMPARE(::pipe(ends), 0);
    const int usual = ::dup(STDERR_FILENO);
    ::dup2(ends[1], STDERR_FILENO);
    constexpr int count = 3000; // far more than a pipe holds
    {
        LogSink sink(LogLevel::Info, LogFormat::Text, std::make_shared<Redactor>());
        sink.openFile(path());
        for (int i = 0; i < count; ++i)
            qCInfo(lcSample).noquote() << QString(100, u'x');
    }
    ::dup2(usual, STDERR_FILENO);
    for (int descriptor : {usual, ends[0], ends[1]})
        ::close(descriptor);
    QCOMPARE(lines().size(), count);
}

QTEST_GUILESS_MAIN(TestLogSink)
#include "tst_log_sink.moc"
