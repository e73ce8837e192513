// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/failure.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Each way to fail has the status and code that the contract gives it, and says what may help.
class TestFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ends_data()
    {
        QTest::addColumn<TransferEnd::Kind>("end");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("unreachable") << TransferEnd::Unreachable << 502 << QByteArray("upstream_unreachable")
                                     << FailureKind::Unreachable;
        QTest::newRow("tls") << TransferEnd::Tls << 502 << QByteArray("upstream_tls") << FailureKind::Lasting;
        QTest::newRow("first byte") << TransferEnd::FirstByteTimeout << 504 << QByteArray("upstream_timeout")
                                    << FailureKind::Lasting;
        QTest::newRow("idle") << TransferEnd::IdleTimeout << 504 << QByteArray("upstream_timeout")
                              << FailureKind::Lasting;
        QTest::newRow("broken") << TransferEnd::Broken << 502 << QByteArray("upstream_protocol")
                                << FailureKind::Transient;
    }

    void ends()
    {
        QFETCH(TransferEnd::Kind, end);
        const Failure failure = failureOf({end, u"because of this"_s}, u"openai"_s);
        QTEST(failure.error.status, "status");
        QTEST(failure.error.code, "code");
        QTEST(failure.kind, "kind");
        QVERIFY(failure.countsAgainstProvider);
        QCOMPARE(failure.error.type, "provider_error");
        QVERIFY(failure.error.message.contains(u"'openai'"_s));
        QVERIFY(failure.error.message.endsWith(u"because of this."_s));
    }

    void answers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<bool>("counts");
        const auto row = [](int status, const char *body, FailureKind kind, bool counts = false) {
            QTest::addRow("%d %s", status, body) << status << QByteArray(body) << kind << counts;
        };
        for (int status : {500, 502, 503, 504, 529})
            row(status, "", FailureKind::Transient, true);
        for (int status : {408, 409})
            row(status, "", FailureKind::Transient);
        for (int status : {400, 404, 413, 422, 451})
            row(status, "", FailureKind::RequestFault);
        row(501, "", FailureKind::RequestFault, true);
        row(401, "", FailureKind::KeyRefused);
        row(403, "{\"error\":\"no access\"}", FailureKind::KeyRefused);
        row(403, "{\"error\":{\"code\":\"content_policy_violation\"}}", FailureKind::RequestFault);
        row(403, "{\"error\":{\"message\":\"Input was FLAGGED by moderation\"}}", FailureKind::RequestFault);
        row(429, "", FailureKind::RateLimited);
        row(429, "{\"error\":{\"code\":\"insufficient_quota\"}}", FailureKind::QuotaGone);
        row(402, "{\"error\":{\"message\":\"Insufficient Balance\"}}", FailureKind::QuotaGone);
        row(400, "{\"error\":{\"message\":\"Your credit balance is too low\"}}", FailureKind::QuotaGone);
    }

    void answers()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        ReplyHead head;
        head.status = status;
        head.retryAfter = std::chrono::seconds(7);
        const Failure failure = failureOf(head, body, u"openai"_s);
        QTEST(failure.kind, "kind");
        QTEST(failure.countsAgainstProvider, "counts");
        QCOMPARE(failure.error.status, status);
        QVERIFY(failure.retryAfter == std::chrono::seconds(7));
        QVERIFY(failure.error.message.contains(u"HTTP %1"_s.arg(status)));
    }

    //! A provider is not to be left alone because a model of its wrote a call that cannot be read.
    void sparesTheProviderOfAModelThatFailed()
    {
        const Failure failure = failureOf(Error{502, "server_error", "model_failed", u"The model failed."_s});
        QCOMPARE(failure.kind, FailureKind::Transient);
        QVERIFY(!failure.countsAgainstProvider);
        QVERIFY(failureOf(Error{502, "server_error", "upstream_error", {}}).countsAgainstProvider);
    }

    void namesWhatIsUnusable()
    {
        const Failure failure = unusableAnswer(u"openai"_s, u"a web page");
        QCOMPARE(failure.kind, FailureKind::Transient);
        QCOMPARE(failure.error.status, 502);
        QCOMPARE(failure.error.code, "upstream_protocol");
        QCOMPARE(failure.error.message, u"The provider 'openai' sent a web page."_s);
    }
};

QTEST_GUILESS_MAIN(TestFailure)
#include "tst_failure.moc"
