// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gateway_rig.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr auto soon = 5000;

const QByteArray question =
    R"({"model":"m","messages":[{"role":"user","content":"my key is sk-proj-0123456789abcdefghij"}]})";

FakeAnswer reply(const QByteArray &text)
{
    return FakeAnswer::json(
        R"({"id":"c","choices":[{"message":{"role":"assistant","content":")" + text +
        R"("},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2}})");
}

//! A gateway with a second model, and what it tells of bodies.
struct BodiesRig : GatewayRig
{
    QSignalSpy changed{&gateway, &Gateway::bodyRecordingChanged};
    QSignalSpy bodies{&gateway, &Gateway::bodyRecorded};
    QSignalSpy resent{&gateway, &Gateway::resent};
    QSignalSpy records{&gateway, &Gateway::recorded};

    BodiesRig()
    {
        config.providers.first().models.append({u"other"_s});
        gateway.apply(config, {});
        gateway.start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!listening.isEmpty(), soon); }();
    }

    RawAnswer ask(const QByteArray &body) const
    {
        return exchange(port(), jsonRequest("/v1/chat/completions", body));
    }
    RecordedExchange recorded() const { return bodies.last().at(0).value<RecordedExchange>(); }
    UsageRecord record() const { return records.last().at(0).value<UsageRecord>(); }
};

} // namespace

//! Bodies are kept only where a person asked for it, and can be sent again.
class TestGatewayBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsNothingUnasked()
    {
        BodiesRig rig;
        rig.provider.enqueue(reply("Hello"));
        QCOMPARE(rig.ask(question).status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(rig.records.size(), 1, soon);
        QCOMPARE(rig.bodies.size(), 0);
    }

    void keepsRequestAndAnswer()
    {
        BodiesRig rig;
        rig.gateway.recordBodies(std::chrono::minutes(10));
        QTRY_COMPARE_WITH_TIMEOUT(rig.changed.size(), 1, soon);
        const qint64 left = rig.changed.first().at(0).toLongLong() - QDateTime::currentMSecsSinceEpoch();
        QVERIFY(left > 9 * 60'000 && left <= 10 * 60'000);
        rig.provider.enqueue(reply("Hello"));
        rig.ask(question);
        QTRY_COMPARE_WITH_TIMEOUT(rig.bodies.size(), 1, soon);
        QTRY_COMPARE_WITH_TIMEOUT(rig.records.size(), 1, soon);
        const RecordedExchange kept = rig.recorded();
        QCOMPARE(kept.requestId, rig.record().requestId);
        QCOMPARE(kept.path, QByteArray("/v1/chat/completions"));
        QCOMPARE(kept.status, 200);
        QCOMPARE(kept.outline.text, u"Hello"_s);
        QVERIFY(kept.request.contains("my key is"));
        QVERIFY2(!kept.request.contains("0123456789abcdefghij"), kept.request.constData());
        QVERIFY(kept.answer.contains("\"Hello\""));
        QVERIFY(!kept.cut && !kept.cutAnswer);

        rig.gateway.recordBodies(std::chrono::minutes(0));
        QTRY_COMPARE_WITH_TIMEOUT(rig.changed.size(), 2, soon);
        QCOMPARE(rig.changed.last().at(0).toLongLong(), 0);
        rig.provider.enqueue(reply("Again"));
        rig.ask(question);
        QTRY_COMPARE_WITH_TIMEOUT(rig.records.size(), 2, soon);
        QCOMPARE(rig.bodies.size(), 1);
    }

    void keepsStreamsAndFailures()
    {
        BodiesRig rig;
        rig.gateway.recordBodies(std::chrono::minutes(1));
        rig.provider.enqueue(FakeAnswer::stream(shortChat().done().events()));
        rig.ask(R"({"model":"m","stream":true,"messages":[]})");
        QTRY_COMPARE_WITH_TIMEOUT(rig.bodies.size(), 1, soon);
        QVERIFY(!rig.recorded().outline.text.isEmpty());
        rig.provider.enqueue(FakeAnswer::json(R"({"error":{"message":"no"}})", 400));
        rig.ask(question);
        QTRY_COMPARE_WITH_TIMEOUT(rig.bodies.size(), 2, soon);
        QCOMPARE(rig.recorded().status, 400);
        QVERIFY(rig.recorded().answer.contains("\"no\""));
        rig.ask("{");
        QTRY_COMPARE_WITH_TIMEOUT(rig.bodies.size(), 3, soon);
        QCOMPARE(rig.recorded().status, 400);
        QCOMPARE(rig.recorded().request, QByteArray("{"));
    }

    void sendsAgainToAnotherModel()
    {
        BodiesRig rig;
        rig.gateway.recordBodies(std::chrono::minutes(1));
        rig.provider.enqueue(reply("One"));
        rig.ask(question);
        QTRY_COMPARE_WITH_TIMEOUT(rig.bodies.size(), 1, soon);
        rig.provider.enqueue(reply("Two"));
        const quint64 number = rig.gateway.resend(rig.recorded(), u"fake/other"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.resent.size(), 1, soon);
        QCOMPARE(rig.resent.first().at(0).toULongLong(), number);
        const Resent answer = rig.resent.first().at(1).value<Resent>();
        QCOMPARE(answer.problem, QString());
        QCOMPARE(answer.exchange.outline.text, u"Two"_s);
        QVERIFY(rig.provider.requests().last().body.contains(R"("model":"other")"));
        QTRY_COMPARE_WITH_TIMEOUT(rig.records.size(), 2, soon);
        QCOMPARE(rig.record().requestId, answer.exchange.requestId);
        QCOMPARE(rig.record().upstreamModel, QByteArray("other"));
    }

    void sendingAgainCanBeGivenUp()
    {
        BodiesRig rig;
        rig.gateway.recordBodies(std::chrono::minutes(1));
        rig.provider.enqueue(reply("One"));
        rig.ask(question);
        QTRY_COMPARE_WITH_TIMEOUT(rig.bodies.size(), 1, soon);
        rig.provider.enqueue(FakeAnswer().wait("never"));
        const quint64 number = rig.gateway.resend(rig.recorded(), u"fake/other"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.provider.requests().size(), 2, soon);
        rig.gateway.cancelResend(number);
        QTRY_COMPARE_WITH_TIMEOUT(rig.records.size(), 2, soon);
        QCOMPARE(rig.record().errorCode, QByteArray("client_closed"));
        QCOMPARE(rig.resent.size(), 0);
    }

    void saysWhyItCannotBeSent()
    {
        BodiesRig rig;
        RecordedExchange exchange{.path = "/v1/chat/completions", .request = question, .cut = true};
        rig.gateway.resend(exchange, u"fake/m"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.resent.size(), 1, soon);
        QVERIFY(!rig.resent.last().at(1).value<Resent>().problem.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGatewayBodies)
#include "tst_gateway_bodies.moc"
