// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"
#include "gateway/credentials/env_file.h"
#include "gateway/credentials/secrets.h"
#include "gateway/pipeline/budget_text.h"
#include "gateway/pipeline/self_test_judge.h"
#include "gateway/upstream/failure.h"
#include "ui/gateway_words.h"
#include "ui/self_test/sheets.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

ReplyHead headOf(int status)
{
    ReplyHead head;
    head.status = status;
    return head;
}

QString keyProblem(const QString &apiKey, const KeychainKeys &keychain = {})
{
    Provider provider;
    provider.baseUrl = u"https://api.example.com/v1"_s;
    provider.apiKeys = {apiKey};
    Environment environment;
    environment.readFile("EMPTY=' '\nODD=\"a b\"\n");
    return resolveKeys(provider, environment, keychain).constFirst().problem;
}

} // namespace

//! What the gateway really says is known to the window's languages: a sentence that is changed there and not
//! here stays English.
class TestGatewayWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKnown_data();
    void areKnown();
};

void TestGatewayWords::areKnown_data()
{
    QTest::addColumn<QString>("said");
    const auto end = [](const char *name, TransferEnd::Kind kind) {
        QTest::addRow("%s", name) << failureOf(TransferEnd{kind, u"reason"_s}, u"x"_s).error.message;
    };
    end("unreachable", TransferEnd::Unreachable);
    end("tls", TransferEnd::Tls);
    end("first byte", TransferEnd::FirstByteTimeout);
    end("silence", TransferEnd::IdleTimeout);
    end("broken", TransferEnd::Broken);
    // As plain_attempt.cpp and libcurl put them together.
    for (const char *reason :
         {"no connection to 127.0.0.1: nothing listens there", "nothing came within 60 s",
          "the connection was closed before an answer came", "Could not resolve host: api.example.invalid",
          "Failed to connect to 127.0.0.1 port 9 after 0 ms: Couldn't connect to server"})
        QTest::addRow("%s", reason) << failureOf(
                                           TransferEnd{TransferEnd::Unreachable, QLatin1StringView(reason)},
                                           u"x"_s)
                                           .error.message;
    for (const int status : {400, 401, 402, 403, 404, 429, 500, 503})
        QTest::addRow("status %d", status) << failureOf(headOf(status), {}, u"x"_s).error.message;
    QTest::addRow("too long") << failureOf(headOf(400), "context_length_exceeded", u"x"_s).error.message;
    QTest::addRow("web page")
        << unusableAnswer(u"x"_s, u"a web page instead of an API's answer").error.message;
    QTest::addRow("no variable") << keyProblem(u"${NOT_SET_ANYWHERE}"_s);
    QTest::addRow("empty variable") << keyProblem(u"${EMPTY}"_s);
    QTest::addRow("odd variable") << keyProblem(u"${ODD}"_s);
    QTest::addRow("other host") << keyProblem(u"keychain:x@other.example.com"_s);
    QTest::addRow("not read") << keyProblem(u"keychain:x@api.example.com"_s);
    QTest::addRow("odd key") << keyProblem(u"keychain:x@api.example.com"_s,
                                           {{u"x@api.example.com"_s, Key{QByteArray("a b")}}});
    QTest::addRow("no reference") << keyProblem(u"sk-123"_s);
    SelfTestAnswer answer;
    answer.record.status = 200;
    answer.exchange.dropped = "top_k";
    for (const Feature feature : allFeatures())
        QTest::addRow("self-test: %d", int(feature)) << judgeFeature(feature, answer).detail;
    answer.exchange.outline.text = u"x"_s;
    QTest::addRow("self-test: left out") << judgeFeature(Feature::Text, answer).detail;
    answer.record.status = 502;
    answer.record.message = failureOf(headOf(401), {}, u"x"_s).error.message;
    QTest::addRow("self-test: not asked") << judgeFeature(Feature::Text, answer).detail;
    for (const QString &client : {QString(), u"Editor"_s}) {
        for (const bool monthly : {false, true}) {
            const QByteArray name(client.toUtf8() + (monthly ? " month" : " day"));
            QTest::addRow("used up: %s", name.constData()) << budgetUsedUp(client, 5, monthly, 6, 0);
            QTest::addRow("nearly: %s", name.constData()) << budgetNearlyUsed(client, 5, monthly, 4, 0);
        }
    }
}

void TestGatewayWords::areKnown()
{
    QFETCH(const QString, said);
    QVERIFY(!said.isEmpty());
    SpokenLanguage language;
    language.speak(u"zh_CN"_s);
    const QString text = gatewayWords(said);
    QVERIFY2(text != said, qPrintable(said));
    QVERIFY2(!text.contains(u'%'), qPrintable(text));
    // No sentence within it stayed English.
    for (const QLatin1StringView word : {" answer"_L1, "there"_L1, "came"_L1, "connect"_L1, "resolve"_L1})
        QVERIFY2(!text.contains(word), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestGatewayWords)
#include "tst_gateway_words.moc"
