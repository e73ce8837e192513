// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/proxy.h"
#include "tests/gateway/upstream/recorder.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Providers are reached the way that was asked for.
class TestProxy : public QObject
{
    Q_OBJECT

    FakeProvider m_proxy;
    QByteArray m_proxyUrl = "http://127.0.0.1:" + QByteArray::number(m_proxy.port());

    static void unsetAll()
    {
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY",
                                 "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"})
            qunsetenv(name);
    }

    void exchange(Transfers &transfers, Recorder &recorder, const std::shared_ptr<Link> &link)
    {
        recorder.transfer = transfers.start(requestOver(link), recorder);
        QTRY_VERIFY(recorder.end);
    }

private Q_SLOTS:
    void init()
    {
        unsetAll();
        m_proxy.reset();
    }
    void cleanup() { unsetAll(); }

    void chooses_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QByteArray>("baseUrl");
        QTest::addColumn<ProxyChoice>("choice");
        const QByteArray away = "https://api.example.org/v1";
        QTest::newRow("system") << u"system"_s << away << ProxyChoice::System;
        QTest::newRow("none") << u"none"_s << away << ProxyChoice::Straight;
        QTest::newRow("empty") << QString() << away << ProxyChoice::Straight;
        QTest::newRow("named") << u"http://10.0.0.1:3128"_s << away << ProxyChoice::Named;
        for (const char *host :
             {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.8.9.1:1", "[::1]:8000", "a.localhost"})
            QTest::newRow(host) << u"system"_s << QByteArray("http://") + host + "/v1"
                                << ProxyChoice::Straight;
        QTest::newRow("not loopback")
            << u"system"_s << QByteArray("http://127.0.0.1.example.org") << ProxyChoice::System;
        QTest::newRow("named, for loopback")
            << u"socks5h://10.0.0.1"_s << QByteArray("http://127.0.0.1") << ProxyChoice::Named;
    }

    void chooses()
    {
        QFETCH(QString, setting);
        QFETCH(QByteArray, baseUrl);
        QFETCH(ProxyChoice, choice);
        QCOMPARE(proxyChoice(setting, baseUrl), choice);
    }

    void namesWithoutCredentials_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"http://proxy.lan:3128"_s << u"proxy.lan:3128"_s;
        QTest::newRow("credentials") << u"http://me:s3cret@proxy.lan:3128"_s << u"proxy.lan:3128"_s;
        QTest::newRow("socks") << u"socks5h://me@10.0.0.1:1080/"_s << u"10.0.0.1:1080"_s;
        QTest::newRow("no port") << u"http://proxy.lan"_s << u"proxy.lan"_s;
    }

    void namesWithoutCredentials()
    {
        QFETCH(QString, setting);
        const Proxy proxy = namedProxy(setting);
        QTEST(proxy.name, "name");
        QCOMPARE(proxy.url, setting.toUtf8());
    }

    void goesThroughTheNamedOne()
    {
        const auto link = linkTo("http://192.0.2.1/v1"); // an address that leads nowhere (RFC 5737)
        link->proxy = QString::fromLatin1(m_proxyUrl);
        Transfers transfers;
        Recorder recorder;
        exchange(transfers, recorder, link);
        QVERIFY(recorder.complete());
        QCOMPARE(m_proxy.nextRequest().target, "http://192.0.2.1/v1/chat/completions");
    }

    void keepsTheKeyFromTheProxy()
    {
        const auto link = linkTo("https://192.0.2.1/v1");
        link->proxy = QString::fromLatin1(m_proxyUrl);
        m_proxy.enqueue(FakeAnswer::json("{}", 407));
        Transfers transfers;
        Recorder recorder;
        exchange(transfers, recorder, link);
        QCOMPARE(recorder.end->kind, TransferEnd::Unreachable);
        QCOMPARE(recorder.heads, 0); // what the proxy says is not the provider's answer
        QVERIFY(recorder.end->message.contains(u"proxy 127.0.0.1:"_s));
        QVERIFY(recorder.end->message.contains(u"407"_s));
        const FakeRequest request = m_proxy.nextRequest();
        QCOMPARE(request.method, "CONNECT");
        QVERIFY(!request.has("authorization"));
    }

    void followsTheSystem()
    {
        qputenv("http_proxy", m_proxyUrl);
        Transfers transfers;
        const auto link = linkTo("http://192.0.2.1/v1");
        link->proxy = u"system"_s;
        link->timeouts.connect = std::chrono::seconds(1);
        Recorder through;
        exchange(transfers, through, link);
        QVERIFY2(through.complete(), qPrintable(through.end->message));
        QCOMPARE(m_proxy.requestCount(), 1);

        qunsetenv("http_proxy"); // noticed within seconds
        FakeProvider other;
        qputenv("http_proxy", QByteArray("http://127.0.0.1:" + QByteArray::number(other.port())));
        const auto changed = [&] {
            Recorder recorder;
            recorder.transfer = transfers.start(requestOver(link), recorder);
            for (int i = 0; i < 100 && !recorder.end; ++i)
                QTest::qWait(10);
            return other.requestCount() > 0;
        };
        QTRY_VERIFY(changed());
    }

    void leavesLoopbackAlone()
    {
        qputenv("http_proxy", m_proxyUrl);
        qputenv("all_proxy", m_proxyUrl);
        FakeProvider local;
        Transfers transfers;
        for (const char *setting : {"system", "none"}) {
            const auto link = linkTo(local);
            link->proxy = QString::fromLatin1(setting);
            Recorder recorder;
            exchange(transfers, recorder, link);
            QVERIFY(recorder.complete());
        }
        QCOMPARE(local.requestCount(), 2);
        QCOMPARE(m_proxy.requestCount(), 0);
    }

    void leavesTheNamedOneInForce()
    {
        qputenv("no_proxy", "192.0.2.1,*"); // for the system's, not for ours
        const auto link = linkTo("http://192.0.2.1/v1");
        link->proxy = QString::fromLatin1(m_proxyUrl);
        Transfers transfers;
        Recorder recorder;
        exchange(transfers, recorder, link);
        QVERIFY(recorder.complete());
    }

    void forgetsTheTransferThatWaitsForIt()
    {
        Transfers transfers;
        const auto link = linkTo("http://192.0.2.1/v1");
        link->proxy = u"system"_s;
        Recorder recorder;
        recorder.transfer = transfers.start(requestOver(link), recorder);
        QCoreApplication::processEvents();
        recorder.transfer.reset();
        QCOMPARE(transfers.active(), 0);
    }
};

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
