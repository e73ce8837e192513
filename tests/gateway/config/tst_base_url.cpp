// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/base_url.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Only URLs that keys may be sent to pass, in whatever spelling.
class TestBaseUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void baseUrls_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("good");

        const auto good = [](const char *url) { QTest::newRow(url) << QString::fromUtf8(url) << true; };
        const auto bad = [](const char *url) { QTest::newRow(url) << QString::fromUtf8(url) << false; };
        good("https://api.openai.com/v1");
        good("https://api.openai.com/v1/");
        good("https://api.openai.com");
        good("HTTPS://API.OpenAI.com:8443/a/b.c~d");
        good("https://8.8.8.8/v1");
        good("https://[2001:db8::1]:8443/v1");
        good("https://my_host.example/v1");
        good("https://xn--bcher-kva.example/v1");
        good("http://localhost:11434/v1");
        good("http://127.0.0.1:11434/v1");
        good("http://127.1.2.3/v1");
        good("http://[::1]:8080/v1");
        good("http://0.0.0.0:11434/v1");
        good("http://10.0.0.1/v1");
        good("http://172.16.0.1/v1");
        good("http://172.31.255.255/v1");
        good("http://192.168.1.20:11434/v1");
        good("http://169.254.1.1/v1");
        good("http://[fd12::1]/v1");
        good("http://[fe80::1]/v1");
        good("http://[::ffff:10.0.0.1]/v1");
        good("https://api.openai.com/v1//");
        good("https://api.openai.com/a..b/.c/d.");
        bad("https://api.openai.com/v1/../..");
        bad("https://api.openai.com/v1/%2e%2E/admin");
        bad("https://api.openai.com/./v1");
        bad("https://api.openai.com//v1");
        bad("https://api.openai.com/openai//v1/");
        bad("");
        bad("api.openai.com");
        bad("/v1");
        bad("https:");
        bad("https://");
        bad("https:///v1");
        bad("https:api.openai.com");
        bad("demo:");
        bad("ftp://x.example");
        bad("file:///etc/passwd");
        bad("gopher://127.0.0.1");
        bad("data:text/plain,x");
        bad("http://api.openai.com/v1");
        bad("http://8.8.8.8/v1");
        bad("http://172.15.0.1/v1");
        bad("http://172.32.0.1/v1");
        bad("http://nas.local/v1");
        bad("http://localhost.evil.example/v1");
        bad("http://x.localhost/v1");
        bad("http://127.0.0.1.evil.example/v1");
        bad("http://[2001:db8::1]/v1");
        bad("https://169.254.169.254/latest");
        bad("http://169.254.169.254/latest");
        bad("http://[::ffff:169.254.169.254]/");
        bad("http://[fd00:ec2::254]/");
        bad("https://metadata.google.internal/");
        bad("https://100.100.100.200/");
        bad("https://2852039166/");
        bad("http://0x7f.1/v1");
        bad("http://2130706433/v1");
        bad("http://127.1/v1");
        bad("https://user@x.example");
        bad("https://user:pw@x.example");
        bad("https://@x.example");
        bad("https://api.openai.com\\@evil.example/");
        bad("https://api.openai.com%2eevil.example/");
        bad("https://api.openai.com%00.evil.example/");
        bad("https://x.example/v1?a=b");
        bad("https://x.example/v1?");
        bad("https://x.example/v1#a");
        bad("https://x.example:0/");
        bad("https://x.example:99999/");
        bad("https://x.example:80a/");
        bad("https://x .example/");
        bad(" https://x.example/");
        bad("https://x.example/\n");
        bad("https://x.example/\r\nX: y");
        bad("https://bücher.example/");
        bad("https://{resource}.openai.azure.com");
        bad("https://[::1");
    }
    void baseUrls()
    {
        QFETCH(QString, url);
        QFETCH(bool, good);
        QCOMPARE(baseUrlProblem(url).isEmpty(), good);
    }

    void webhooks_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *url, bool good) {
            QTest::newRow(url) << QString::fromUtf8(url) << good;
        };
        row("https://hooks.example/services/T0/B0/x", true);
        row("https://hooks.example/hook?code=a&to=http://b/c@d", true);
        row("https://hooks.example?x=1", true);
        row("http://127.0.0.1:8080/hook?x", true);
        row("http://[::1]/hook", true);
        row("", false);
        row("http://hooks.example/a", false);
        row("ftp://hooks.example/a", false);
        row("https://user:pw@hooks.example/a", false);
        row("https://user@hooks.example?a", false);
        row("https://hooks.example/a#b", false);
        row("https://hooks.example/a?b#c", false);
        row("https://hooks.example/a?b c", false);
        row("https://hooks.example/a?b\r\nX: y", false);
        row("https://hooks.example\\@evil.example/?a", false);
        row("http://169.254.169.254/latest?a", false);
        row("https://?a.example", false);
    }
    void webhooks()
    {
        QFETCH(QString, url);
        QFETCH(bool, good);
        QCOMPARE(webhookUrlProblem(url).isEmpty(), good);
    }

    void hostsAndPorts_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("host");
        QTest::newRow("plain") << u"https://API.openai.com/v1"_s << u"api.openai.com"_s;
        QTest::newRow("usual port") << u"https://a.example:443"_s << u"a.example"_s;
        QTest::newRow("http on 443") << u"http://a.example:443"_s << u"a.example:443"_s;
        QTest::newRow("http on 80") << u"http://10.0.0.1:80/v1"_s << u"10.0.0.1"_s;
        QTest::newRow("IPv6") << u"http://[::1]:8080"_s << u"[::1]:8080"_s;
        QTest::newRow("none") << u"demo:"_s << QString();
    }
    void hostsAndPorts()
    {
        QFETCH(QString, url);
        QFETCH(QString, host);
        QCOMPARE(hostAndPort(url), host);
    }
};

QTEST_GUILESS_MAIN(TestBaseUrl)
#include "tst_base_url.moc"
