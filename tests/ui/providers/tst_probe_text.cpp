// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/probe_text.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What a person is told of a test.
class TestProbeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatHappened_data()
    {
        QTest::addColumn<ProbeResult>("result");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("evidence");
        QTest::addColumn<bool>("good");

        const auto row = [](const char *name, const ProbeResult &result, const QString &text,
                            const QString &evidence = {},
                            bool good = false) { QTest::newRow(name) << result << text << evidence << good; };
        row("a list", {ProbeResult::Ok, 200, {}, 340.4, {u"a"_s, u"b"_s}},
            u"It works: a list of 2 model(s) came in 340 ms."_s, {}, true);
        row("a token", {ProbeResult::Ok, 200, {}, 12.6}, u"It works: an answer came in 13 ms."_s, {}, true);
        row("no list", {ProbeResult::NoList, 404, {}, 5},
            u"It answers, but has no list of models. Add models by hand, and send one token to be sure of "
            u"the "
            "key."_s,
            {}, true);
        row("no key", {ProbeResult::NoKey, 0, u"the environment variable X is not set"_s},
            u"There is no key: the environment variable X is not set."_s);
        row("no key, no reason", {ProbeResult::NoKey}, u"There is no key."_s);
        row("key refused", {ProbeResult::KeyRefused, 401, u"Incorrect API key provided: ***"_s},
            u"The key was refused."_s, u"HTTP 401: Incorrect API key provided: ***"_s);
        row("no credit", {ProbeResult::NoCredit, 402, u"Insufficient Balance"_s},
            u"The key is good, but its account has no credit left."_s, u"HTTP 402: Insufficient Balance"_s);
        row("rate limit", {ProbeResult::RateLimited, 429},
            u"The provider asks to wait: too many requests with this key."_s);
        row("not found", {ProbeResult::NotFound, 404, u"no such model"_s},
            u"There is no such address or model there (HTTP 404). Look at the base URL again."_s,
            u"HTTP 404: no such model"_s);
        row("refused", {ProbeResult::Refused, 400, u"max_tokens is too low"_s},
            u"The provider refused the request (HTTP 400)."_s, u"HTTP 400: max_tokens is too low"_s);
        row("its own fault", {ProbeResult::ServerError, 503},
            u"The provider has a fault of its own (HTTP 503). Try again later."_s);
        row("host unknown", {ProbeResult::HostUnknown},
            u"No host is called api.example.com:8443. Look at the base URL again, or at the network."_s);
        row("proxy", {ProbeResult::ProxyUnreachable, 0, u"127.0.0.1:7890"_s},
            u"The proxy 127.0.0.1:7890 does not answer."_s);
        row("proxy without a name", {ProbeResult::ProxyUnreachable}, u"The proxy does not answer."_s);
        row("nothing there", {ProbeResult::Unreachable, 0, u"Connection refused"_s},
            u"api.example.com:8443 cannot be reached: nothing listens there, or the way is blocked."_s,
            u"Connection refused"_s);
        row("tls", {ProbeResult::TlsFailed, 0, u"certificate has expired"_s},
            u"The connection to api.example.com:8443 is not safe: its certificate cannot be trusted."_s,
            u"certificate has expired"_s);
        row("timed out", {ProbeResult::TimedOut}, u"api.example.com:8443 did not answer in time."_s);
        row("a web page", {ProbeResult::NotAnApi, 200, u"<!DOCTYPE html>"_s},
            u"This is not an API: it answered with a web page."_s, u"HTTP 200: <!DOCTYPE html>"_s);
        row("a detail that looks like a place for words", {ProbeResult::Refused, 422, u"%1 %2 %n"_s},
            u"The provider refused the request (HTTP 422)."_s, u"HTTP 422: %1 %2 %n"_s);
    }

    void saysWhatHappened()
    {
        QFETCH(ProbeResult, result);
        Provider provider;
        provider.baseUrl = u"https://api.example.com:8443/v1"_s;
        QTEST(probeText(result, provider), "text");
        QTEST(probeEvidence(result), "evidence");
        QTEST(isGood(result), "good");
    }
};

QTEST_APPLESS_MAIN(TestProbeText)
#include "tst_probe_text.moc"
