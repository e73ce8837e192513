// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gateway_rig.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Probes through the whole gateway: keys, cancelling, and that nothing else notices.
class TestGatewayProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWithoutAConfiguration()
    {
        FakeProvider provider;
        provider.enqueue(FakeAnswer::json(R"({"data":[{"id":"a"},{"id":"b"}]})"));
        Gateway gateway(nullptr, std::make_shared<Redactor>());
        QSignalSpy probed(&gateway, &Gateway::probed);
        ProbeRequest request;
        request.provider.id = u"new"_s;
        request.provider.baseUrl = u"http://127.0.0.1:%1/v1"_s.arg(provider.port());
        request.typedKey = "typed-key-0123456789";
        const quint64 number = gateway.probe(request);
        QTRY_COMPARE(probed.size(), 1);
        QCOMPARE(probed[0].at(0).toULongLong(), number);
        const auto result = probed[0].at(1).value<ProbeResult>();
        QCOMPARE(result.outcome, ProbeResult::Ok);
        QCOMPARE(result.models, QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(provider.nextRequest().header("authorization"), "Bearer typed-key-0123456789");
    }

    void isNoticedByNothingElse()
    {
        GatewayRig rig;
        QSignalSpy recorded(&rig.gateway, &Gateway::recorded);
        rig.gateway.watchStatus();
        QTRY_COMPARE(rig.status.size(), 1);
        rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json("{}", 500); });
        for (int i = 1; i <= 4; ++i) {
            rig.gateway.probe({ProbeRequest::Models, rig.fake()});
            QTRY_COMPARE(rig.probed.size(), i);
        }
        QVERIFY(!rig.status.wait(300));
        QVERIFY(recorded.isEmpty());
    }

    void keepsTheKeyOutOfLogsWhileItRuns()
    {
        GatewayRig rig;
        const QByteArray key = "a-key-of-no-known-form";
        rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json("{}").wait("never"); });
        const quint64 number = rig.gateway.probe({ProbeRequest::Models, rig.fake(), key});
        QVERIFY(!rig.redactor->redact("it says " + key).contains(key));
        rig.gateway.cancelProbe(number);
        QVERIFY(rig.redactor->redact("it says " + key).contains(key));
    }

    void givesUp()
    {
        GatewayRig rig;
        rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer().wait("never"); });
        const quint64 number = rig.gateway.probe({ProbeRequest::Models, rig.fake()});
        QVERIFY(!rig.provider.nextRequest().method.isEmpty());
        rig.gateway.cancelProbe(number);
        QTRY_COMPARE(rig.provider.abandoned(), 1);
        QVERIFY(rig.probed.isEmpty());
        rig.gateway.cancelProbe(number);
        rig.gateway.cancelProbe(4711);
    }

    void hasNoKey_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("named");
        QTest::newRow("variable") << u"${GATEHOUSE_TEST_UNSET}"_s << u"GATEHOUSE_TEST_UNSET"_s;
        QTest::newRow("not read") << u"keychain:fake@%1"_s << u"fake@"_s;
        QTest::newRow("another host") << u"keychain:fake@other.example"_s << u"another host"_s;
    }

    void hasNoKey()
    {
        QFETCH(QString, reference);
        GatewayRig rig;
        Provider provider = rig.fake();
        if (reference.contains("%1"_L1))
            reference = reference.arg(u"127.0.0.1:"_s + QString::number(rig.provider.port()));
        provider.apiKeys = {reference};
        rig.gateway.probe({ProbeRequest::Models, provider});
        QTRY_COMPARE(rig.probed.size(), 1);
        const auto result = rig.probed[0].at(1).value<ProbeResult>();
        QCOMPARE(result.outcome, ProbeResult::NoKey);
        QFETCH(QString, named);
        QVERIFY2(result.detail.contains(named), qPrintable(result.detail));
        QCOMPARE(rig.provider.requestCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGatewayProbe)
#include "tst_gateway_probe.moc"
