// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/reported_error.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestReportedError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheProviderSays_data();
    void saysWhatTheProviderSays();
    void findsNoneInAnAnswer_data();
    void findsNoneInAnAnswer();
    void tellsNoKey();
    void takesOnlyAWordForACode_data();
    void takesOnlyAWordForACode();
};

void TestReportedError::saysWhatTheProviderSays_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *body, int status, const QString &message) {
        QTest::newRow(name) << QByteArray(body) << status << message;
    };
    row("chat", R"({"error":{"message":"slow down","type":"rate_limit_error"}})", 429, u"slow down"_s);
    row("a number", R"({"error":{"message":"buy more","code":402}})", 402, u"buy more"_s);
    row("no words", R"({"error":{"message":"nope"}})", 502, u"nope"_s);
    row("messages", R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})", 529,
        u"Overloaded"_s);
    row("contents", R"({"error":{"code":503,"message":"busy","status":"UNAVAILABLE"}})", 503, u"busy"_s);
    row("contents in a list", R"([{"error":{"code":503,"message":"busy"}}])", 503, u"busy"_s);
    row("responses, failed",
        R"({"type":"response.failed","response":{"error":{"code":"server_error","message":"oh"}}})", 500,
        u"oh"_s);
    row("responses, an event",
        R"({"type":"error","code":"rate_limit_exceeded","message":"too many","param":null})", 429,
        u"too many"_s);
}

void TestReportedError::saysWhatTheProviderSays()
{
    QFETCH(QByteArray, body);
    const auto error = reportedError(body, Redactor());
    QVERIFY(error);
    QTEST(error->status, "status");
    QTEST(error->message, "message");
    QVERIFY(!error->code.isEmpty()); // a record without one would be that of a good answer
}

void TestReportedError::findsNoneInAnAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"", "{", "null", "[]", R"({"choices":[]})", R"({"error":null,"choices":[]})",
                             R"({"type":"message","content":[]})", R"({"response":{"error":null}})"})
        QTest::newRow(body) << QByteArray(body);
}

void TestReportedError::findsNoneInAnAnswer()
{
    QFETCH(QByteArray, body);
    QVERIFY(!reportedError(body, Redactor()));
}

void TestReportedError::tellsNoKey()
{
    Redactor redactor;
    redactor.setSecrets({"secret-of-ours-0123"});
    const auto error = reportedError(R"({"error":"wrong key secret-of-ours-0123"})", redactor);
    QVERIFY(error);
    QCOMPARE(error->message, u"wrong key ***"_s);
    const auto words = reportedError(
        R"({"error":{"message":"m","type":"secret-of-ours-0123","code":"secret-of-ours-0123","param":"a.secret-of-ours"}})",
        redactor);
    QVERIFY(words);
    QCOMPARE(words->code, "upstream_error");
    QCOMPARE(words->type, "server_error");
    QCOMPARE(words->param, "");
}

void TestReportedError::takesOnlyAWordForACode_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("a word") << QByteArray("model_over.loaded-2") << QByteArray("model_over.loaded-2");
    QTest::newRow("a sentence") << QByteArray("my password is") << QByteArray("upstream_error");
    QTest::newRow("brackets") << QByteArray("[a]") << QByteArray("upstream_error");
    QTest::newRow("a line") << QByteArray("a\\nb") << QByteArray("upstream_error");
    QTest::newRow("long") << QByteArray(65, 'z') << QByteArray("upstream_error");
}

void TestReportedError::takesOnlyAWordForACode()
{
    QFETCH(QByteArray, code);
    const QByteArray body = R"({"error":{"message":"m","code":")" + code + R"("}})";
    const auto error = reportedError(body, Redactor());
    QVERIFY(error);
    QTEST(error->code, "told");
}

QTEST_APPLESS_MAIN(TestReportedError)
#include "tst_reported_error.moc"
