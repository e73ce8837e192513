// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/webhook.h"
#include "tests/support/fake_provider.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#include <optional>

Q_DECLARE_METATYPE(gatehouse::FakeAnswer)

using namespace gatehouse;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! Alerts reach the webhook, in order and without secrets; what does not work is tried again, and given up.
class TestWebhook : public QObject
{
    Q_OBJECT

    static constexpr WebhookPace quick{5s, {10ms, 20ms, 30ms}};

    FakeProvider m_fake;
    Transfers m_transfers;
    Redactor m_redactor;
    std::optional<Webhook> m_webhook;

    QString url(const QString &path = u"/hook?token=secret-token"_s) const
    {
        return u"http://127.0.0.1:%1"_s.arg(m_fake.port()) + path;
    }

    static Alert alert(const QString &message = u"It is down."_s)
    {
        return {Alert::ProviderDown, u"openai"_s, message, 1'769'860'800'000};
    }

    static QString messageOf(const FakeRequest &request)
    {
        return QJsonDocument::fromJson(request.body)["message"_L1].toString();
    }

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setApplicationVersion(u"1.2.3"_s); }

    void init()
    {
        m_fake.reset();
        m_fake.answerWith([](const FakeRequest &) { return FakeAnswer::json("{}"); });
        m_webhook.emplace(m_transfers, m_redactor, quick);
        m_webhook->setUrl(url());
    }

    void posts()
    {
        m_redactor.setSecrets({"key-0123456789"});
        m_webhook->post(alert(u"Down: \"key-0123456789\" \u4f60\n."_s));
        QTRY_COMPARE(m_webhook->waiting(), 0);
        const FakeRequest request = m_fake.nextRequest();
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.target, "/hook?token=secret-token");
        QCOMPARE(request.header("content-type"), "application/json");
        QCOMPARE(request.header("user-agent"), "gatehouse/1.2.3");
        QVERIFY(!request.has("authorization"));
        const QJsonObject expected{{u"event"_s, u"provider_down"_s},
                                   {u"subject"_s, u"openai"_s},
                                   {u"message"_s, u"Down: \"***\" \u4f60\n."_s},
                                   {u"time"_s, u"2026-01-31T12:00:00Z"_s},
                                   {u"program"_s, u"gatehouse"_s},
                                   {u"version"_s, u"1.2.3"_s}};
        QCOMPARE(QJsonDocument::fromJson(request.body).object(), expected);
        QCOMPARE(m_fake.requestCount(), 1);
    }

    void namesEvents_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("event");
        QTest::newRow("down") << int(Alert::ProviderDown) << u"provider_down"_s;
        QTest::newRow("up") << int(Alert::ProviderUp) << u"provider_up"_s;
        QTest::newRow("key") << int(Alert::KeyRefused) << u"key_refused"_s;
        QTest::newRow("rate") << int(Alert::ErrorRate) << u"error_rate"_s;
        QTest::newRow("80 %") << int(Alert::BudgetNearlyUsed) << u"budget_nearly_used"_s;
        QTest::newRow("100 %") << int(Alert::BudgetUsed) << u"budget_used"_s;
    }

    void namesEvents()
    {
        QFETCH(int, kind);
        m_webhook->post({Alert::Kind(kind)});
        QTRY_COMPARE(m_webhook->waiting(), 0);
        QTEST(QJsonDocument::fromJson(m_fake.nextRequest().body)["event"_L1].toString(), "event");
    }

    void answers_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<int>("requests");
        const auto status = [](int code) { return FakeAnswer::json("{}", code); };
        QTest::newRow("no content") << FakeAnswer::raw("HTTP/1.1 204 No Content\r\n\r\n") << 1;
        QTest::newRow("an answer that does not end") << FakeAnswer::streamHead().wait("never") << 1;
        QTest::newRow("not found") << status(404) << 1;
        QTest::newRow("refused") << status(401) << 1;
        QTest::newRow("a redirect") << FakeAnswer::json("{}", 302,
                                                        {"Location: " + url(u"/elsewhere"_s).toLatin1()})
                                    << 1;
        QTest::newRow("too busy") << status(429) << 4;
        QTest::newRow("server error") << status(500) << 4;
        QTest::newRow("gateway error") << status(503) << 4;
        QTest::newRow("closed") << FakeAnswer().close() << 4;
        QTest::newRow("no HTTP") << FakeAnswer::raw("hello\r\n\r\n").close() << 4;
    }

    void answers()
    {
        QFETCH(FakeAnswer, answer);
        QFETCH(int, requests);
        if (requests > 1 || answer.bytes().contains(" 4") || answer.bytes().contains(" 302"))
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"did not take an alert"_s));
        m_fake.answerWith([=](const FakeRequest &) { return answer; });
        m_webhook->post(alert());
        QTRY_COMPARE(m_webhook->waiting(), 0);
        QCOMPARE(m_fake.requestCount(), requests);
    }

    void triesAgainUntilItIsTaken()
    {
        m_fake.enqueue(FakeAnswer::json("{}", 500));
        m_fake.enqueue(FakeAnswer().close());
        m_webhook->post(alert(u"1"_s));
        m_webhook->post(alert(u"2"_s));
        QTRY_COMPARE(m_webhook->waiting(), 0);
        QStringList messages;
        for (const FakeRequest &request : m_fake.requests())
            messages.append(messageOf(request));
        QCOMPARE(messages, (QStringList{u"1"_s, u"1"_s, u"1"_s, u"2"_s}));
    }

    void waitsOnlySoLong()
    {
        m_webhook.emplace(m_transfers, m_redactor, WebhookPace{250ms, {1ms, 1ms, 1ms}});
        m_webhook->setUrl(url());
        m_fake.answerWith([](const FakeRequest &) { return FakeAnswer().wait("never"); });
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"127\\.0\\.0\\.1:\\d+ did not take .*in time"_s));
        m_webhook->post(alert());
        QTRY_COMPARE(m_webhook->waiting(), 0);
        QCOMPARE(m_fake.requestCount(), 4);
    }

    void cannotReach()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        m_webhook->setUrl(u"http://127.0.0.1:%1/secret-path"_s.arg(port));
        QString logged;
        static QString *log = nullptr;
        log = &logged;
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &text) { *log += text; });
        m_webhook->post(alert());
        const bool done = QTest::qWaitFor([&] { return m_webhook->waiting() == 0; });
        qInstallMessageHandler(before);
        QVERIFY(done);
        QVERIFY2(logged.contains("did not take an alert"_L1), qPrintable(logged));
        QVERIFY2(!logged.contains("secret-path"_L1), qPrintable(logged));
    }

    void dropsTheOldest()
    {
        m_webhook.emplace(m_transfers, m_redactor, WebhookPace{10s, {10ms, 20ms, 30ms}});
        m_webhook->setUrl(url());
        m_fake.enqueue(FakeAnswer().wait().send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Too many alerts"_s));
        for (int i = 0; i <= int(Webhook::mostWaiting); ++i)
            m_webhook->post(alert(QString::number(i)));
        QCOMPARE(m_webhook->waiting(), int(Webhook::mostWaiting));
        m_fake.open();
        QTRY_COMPARE(m_webhook->waiting(), 0);
        const QList<FakeRequest> requests = m_fake.requests();
        QCOMPARE(requests.size(), qsizetype(Webhook::mostWaiting));
        QCOMPARE(messageOf(requests[0]), u"0"_s);
        QCOMPARE(messageOf(requests[1]), u"2"_s);
        QCOMPARE(messageOf(requests.last()), u"32"_s);
    }

    void dropsWhatWaitsForAnotherUrl()
    {
        const int abandoned = m_fake.abandoned();
        m_fake.answerWith([](const FakeRequest &request) {
            return request.target == "/new" ? FakeAnswer::json("{}") : FakeAnswer().wait("never");
        });
        m_webhook->post(alert(u"1"_s));
        m_webhook->post(alert(u"2"_s));
        QTRY_COMPARE(m_fake.requestCount(), 1);
        m_webhook->setUrl(url()); // the same: nothing changes
        QCOMPARE(m_webhook->waiting(), 2);
        m_webhook->setUrl(url(u"/new"_s));
        QCOMPARE(m_webhook->waiting(), 0);
        m_webhook->post(alert(u"3"_s));
        QTRY_COMPARE(m_webhook->waiting(), 0);
        QCOMPARE(m_fake.requestCount(), 2);
        QCOMPARE(messageOf(m_fake.requests().last()), u"3"_s);
        QTRY_COMPARE(m_fake.abandoned(), abandoned + 1);
    }

    void postsNothingWithoutAUrl_data()
    {
        QTest::addColumn<QString>("bad");
        for (const char *bad : {"", "nonsense", "ftp://127.0.0.1/x", "file:///etc/passwd", "http://",
                                "http:///x", "https://user:word@127.0.0.1/x", "http://127.0.0.1 /x"})
            QTest::newRow(*bad ? bad : "none") << QString::fromLatin1(bad);
    }

    void postsNothingWithoutAUrl()
    {
        QFETCH(QString, bad);
        if (!bad.isEmpty())
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"webhookUrl is no http or https URL"_s));
        m_webhook->setUrl(bad);
        m_webhook->post(alert());
        QCOMPARE(m_webhook->waiting(), 0);
    }

    void canBeDestroyedAtAnyTime()
    {
        m_fake.answerWith([](const FakeRequest &) { return FakeAnswer().wait("never"); });
        m_webhook->post(alert());
        QTRY_COMPARE(m_fake.requestCount(), 1);
        m_webhook.reset();
        QTRY_COMPARE(m_transfers.active(), 0);
    }
};

QTEST_GUILESS_MAIN(TestWebhook)
#include "tst_webhook.moc"
