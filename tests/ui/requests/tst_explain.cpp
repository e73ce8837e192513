// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/requests/sample_records.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/requests/causes.h"
#include "ui/requests/explain.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Config sample()
{
    Config config;
    config.providers = {someProvider(u"openai"_s, u"OpenAI"_s), someProvider(u"claude"_s, u"Claude %2"_s)};
    config.clients = {{u"Editor"_s, {}, {u"*"_s}, {}, {2, 0}}, {u"Jobs"_s, {}, {u"*"_s}, {}, {}}};
    return config;
}

// All of the contract's section 4, and those that came with translation.
const QByteArrayList ourCodes{"invalid_json",
                              "missing_required_parameter",
                              "invalid_type",
                              "invalid_api_key",
                              "host_not_allowed",
                              "origin_not_allowed",
                              "model_not_allowed",
                              "model_not_found",
                              "unknown_url",
                              "method_not_allowed",
                              "request_timeout",
                              "request_too_large",
                              "unsupported_media_type",
                              "uri_too_long",
                              "headers_too_large",
                              "malformed_request",
                              "http_version",
                              "too_many_connections",
                              "duplicate_key",
                              "rate_limit_exceeded",
                              "budget_exceeded",
                              "provider_key_missing",
                              "upstream_unreachable",
                              "upstream_tls",
                              "upstream_protocol",
                              "no_healthy_provider",
                              "upstream_timeout",
                              "shutting_down",
                              "client_closed",
                              "dialect_not_supported",
                              "unsupported_value",
                              "previous_response_not_found",
                              "upstream_error",
                              "model_failed"};

} // namespace

//! Why a request failed, in plain words.
class TestExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryCode_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<bool>("asked");
        for (const QByteArray &code : ourCodes) {
            QTest::addRow("%s", code.constData()) << code << false;
            QTest::addRow("%s, by a provider", code.constData()) << code << true;
        }
        for (int status = 400; status < 600; ++status) {
            const QByteArray code = "upstream_" + QByteArray::number(status);
            QTest::addRow("%s", code.constData()) << code << true;
        }
    }

    void knowsEveryCode()
    {
        QFETCH(QByteArray, code);
        QFETCH(bool, asked);
        const Explanation why = explain(failedRecord(1, 500, code, {}, asked), sample());
        QVERIFY(why.cause != unknownCause());
        QVERIFY(!why.cause.isEmpty());
        QVERIFY2(!why.cause.contains(u'%'), qPrintable(why.cause));
        QVERIFY(why.evidence.contains(QString::fromUtf8(code)));
    }

    void saysSoWhenItDoesNotKnow()
    {
        const Explanation why = explain(failedRecord(1, 500, "never_heard_of", {}, false), sample());
        QCOMPARE(why.cause, unknownCause());
        QCOMPARE(why.remedy, Remedy::None);
    }

    void hasNoLineThatIsNeverReached()
    {
        // A line hides behind an earlier one that takes all of its codes under no condition.
        const std::span<const Cause> all = causes();
        for (size_t later = 0; later < all.size(); ++later) {
            for (const QByteArray &code : QByteArray(all[later].codes).split('|')) {
                for (size_t earlier = 0; earlier < later; ++earlier) {
                    const bool takesAll = all[earlier].sight == Cause::Always && !all[earlier].words;
                    QVERIFY2(!takesAll || !namesCode(all[earlier], code), code.constData());
                }
            }
        }
    }

    void findsTheRemedy_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("asked");
        QTest::addColumn<Remedy>("remedy");
        QTest::addColumn<QString>("target");
        const auto row = [](const char *name, const char *code, const QString &message, bool asked,
                            Remedy remedy, const QString &target = {}) {
            QTest::newRow(name) << QByteArray(code) << message << asked << remedy << target;
        };
        const QString openai = u"openai"_s;
        row("401", "upstream_401", {}, true, Remedy::EditKey, openai);
        row("403", "upstream_403", {}, true, Remedy::EditKey, openai);
        row("403 by policy", "upstream_403", u"Flagged as unsafe"_s, true, Remedy::PickModel);
        row("403 by place", "upstream_403", u"Country, region, or territory not supported"_s, true,
            Remedy::OpenProxySettings, openai);
        row("402", "upstream_402", {}, true, Remedy::EditKey, openai);
        row("429 without credit", "upstream_429", u"You exceeded your current quota"_s, true, Remedy::EditKey,
            openai);
        row("429", "upstream_429", u"Slow down"_s, true, Remedy::TryProviderNow, openai);
        row("404", "upstream_404", {}, true, Remedy::PickModel);
        row("400 with a long prompt", "upstream_400", u"This model's maximum context length is 8192 tokens"_s,
            true, Remedy::LowerPrompt);
        row("400 of Claude", "upstream_400", u"prompt is too long: 210000 tokens > 200000 maximum"_s, true,
            Remedy::LowerPrompt);
        row("400 with a bad key", "upstream_400", u"API key not valid. Please pass one."_s, true,
            Remedy::EditKey, openai);
        row("400", "upstream_400", u"temperature is out of range"_s, true, Remedy::PickModel);
        row("413", "upstream_413", {}, true, Remedy::LowerPrompt);
        row("too large for us", "request_too_large", {}, false, Remedy::OpenSettings);
        row("503", "upstream_503", {}, true, Remedy::TryProviderNow, openai);
        row("529", "upstream_529", {}, true, Remedy::TryProviderNow, openai);
        row("504", "upstream_504", {}, true, Remedy::TryProviderNow, openai);
        row("time-out", "upstream_timeout", {}, true, Remedy::RaiseTimeout, openai);
        row("unreachable", "upstream_unreachable", u"Connection refused"_s, true, Remedy::TryProviderNow,
            openai);
        row("no such name", "upstream_unreachable", u"Could not resolve host: api.x"_s, true,
            Remedy::EditAddress, openai);
        row("proxy", "upstream_unreachable", u"through the proxy 127.0.0.1:7890: refused"_s, true,
            Remedy::OpenProxySettings, openai);
        row("tls", "upstream_tls", u"self-signed certificate"_s, true, Remedy::EditAddress, openai);
        row("tls, proxy", "upstream_tls", u"through the proxy p: self-signed certificate"_s, true,
            Remedy::OpenProxySettings, openai);
        row("failed model", "model_failed", u"The model wrote a tool call that cannot be read."_s, true,
            Remedy::PickModel);
        row("no key", "provider_key_missing", u"No key for the provider 'claude': X is not set."_s, false,
            Remedy::EditKey, u"claude"_s);
        row("cooling", "no_healthy_provider", u"The provider 'claude' is left alone for a while: it failed"_s,
            false, Remedy::TryProviderNow, u"claude"_s);
        row("cooling for its key", "no_healthy_provider",
            u"The provider 'claude' is left alone: The provider 'claude' refuses the key (HTTP 401)."_s,
            false, Remedy::EditKey, u"claude"_s);
        row("nobody left", "no_healthy_provider", u"No provider is left to ask."_s, false, Remedy::PickModel);
        row("limit of the client", "rate_limit_exceeded", u"The client 'Editor' has used up"_s, false,
            Remedy::EditClient, u"Editor"_s);
        row("limit of the provider", "rate_limit_exceeded",
            u"The provider 'claude' is at the limit that is set for it here."_s, false, Remedy::EditLimits,
            u"claude"_s);
        row("budget", "budget_exceeded", u"The client 'Editor' has used up the budget of $1.00 a day"_s,
            false, Remedy::EditBudget, u"Editor"_s);
        row("budget of all", "budget_exceeded", u"All requests together have used up the budget"_s, false,
            Remedy::EditBudget);
        row("our key", "invalid_api_key", {}, false, Remedy::EditClient, u"Editor"_s);
        row("its key", "invalid_api_key", {}, true, Remedy::EditKey, openai);
        row("model not found", "model_not_found", {}, false, Remedy::PickModel);
        row("model not allowed", "model_not_allowed", {}, false, Remedy::EditClient, u"Editor"_s);
        row("dialect", "dialect_not_supported", {}, false, Remedy::PickModel);
        row("host", "host_not_allowed", {}, false, Remedy::OpenSettings);
        row("json", "invalid_json", {}, false, Remedy::None);
    }

    void findsTheRemedy()
    {
        QFETCH(QByteArray, code);
        QFETCH(QString, message);
        QFETCH(bool, asked);
        QFETCH(Remedy, remedy);
        QFETCH(QString, target);
        const Explanation why = explain(failedRecord(1, 502, code, message, asked), sample());
        QCOMPARE(why.remedy, remedy);
        QCOMPARE(why.target, target);
        QVERIFY(why.evidence.contains(message));
        QVERIFY(remedy == Remedy::None || !remedyText(remedy).isEmpty());
    }

    void tellsWhatIsSetNow()
    {
        Config config = sample();
        config.providers[0].timeouts.firstByte = std::chrono::seconds(45);
        UsageRecord record = failedRecord(1, 504, "upstream_timeout", {});
        QVERIFY(explain(record, config).evidence.contains(u"45 s"_s));
        record.partial = true;
        QVERIFY(explain(record, config).evidence.contains(u"120 s"_s));
    }

    void tellsABrokenStream()
    {
        UsageRecord record = failedRecord(1, 200, "upstream_protocol", {});
        const QString before = explain(record, sample()).cause;
        record.partial = true;
        QVERIFY(explain(record, sample()).cause != before);
        record.errorCode = "odd_code_of_a_provider";
        QVERIFY(explain(record, sample()).cause.contains(u"broke off"_s));
    }

    void tellsWhoLeftEarly()
    {
        UsageRecord record = failedRecord(1, 499, "client_closed", {});
        const QString before = explain(record, sample()).cause;
        record.firstByteMs = 10;
        QVERIFY(explain(record, sample()).cause != before);
    }

    void offersNothingForWhatIsGone()
    {
        Explanation why = explain(failedRecord(1, 401, "upstream_401", {}), {});
        QCOMPARE(why.remedy, Remedy::None);
        QVERIFY(why.evidence.contains(u"not set up any more"_s));
        UsageRecord record = failedRecord(1, 429, "budget_exceeded", {}, false);
        record.client = u"Jobs"_s; // has no budget of its own: it is that of all
        why = explain(record, sample());
        QCOMPARE(why.remedy, Remedy::EditBudget);
        QCOMPARE(why.target, QString());
    }

    void takesTheDecidingAttempt()
    {
        UsageRecord record = failedRecord(1, 503, "upstream_503", u"last words"_s);
        record.attempts.prepend({.provider = u"claude"_s, .status = 401, .code = "upstream_401"});
        record.attempts.append({.provider = u"claude"_s, .code = "client_closed"});
        const Explanation why = explain(record, sample());
        QCOMPARE(why.target, u"openai"_s);
        QVERIFY(why.cause.startsWith(u"OpenAI"_s));
        QVERIFY(why.evidence.startsWith(u"last words"_s));
    }

    void namesWithMarksStayAsTheyAre()
    {
        UsageRecord record = failedRecord(1, 404, "upstream_404", {});
        record.attempts.first().provider = u"claude"_s;
        record.upstreamModel = "%1%3";
        QCOMPARE(explain(record, sample()).cause,
                 u"Claude %2 does not know the model “%1%3”, or has nothing at this address."_s);
    }
};

QTEST_MAIN(TestExplain)
#include "tst_explain.moc"
