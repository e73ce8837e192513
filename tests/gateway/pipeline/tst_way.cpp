// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/way.h"
#include "tests/gateway/pipeline/sample.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Bytes pass as they are wherever they can; what another dialect has no word for goes nowhere.
class TestWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leads_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<Way>("way");
        const auto row = [](const char *path, Dialect dialect, Way way) {
            QTest::addRow("%s to %d", path, int(dialect)) << QByteArray(path) << dialect << way;
        };
        row("/v1/chat/completions", Dialect::OpenAi, Way::Pass);
        row("/v1/chat/completions", Dialect::AzureOpenAi, Way::Pass);
        row("/v1/chat/completions", Dialect::Anthropic, Way::Translate);
        row("/v1/messages", Dialect::Anthropic, Way::Pass);
        row("/v1/messages", Dialect::OpenAi, Way::Translate);
        row("/messages/count_tokens", Dialect::Anthropic, Way::Pass);
        row("/messages/count_tokens", Dialect::OpenAi, Way::Translate);
        row("/v1/embeddings", Dialect::OpenAi, Way::Pass);
        row("/v1/embeddings", Dialect::Anthropic, Way::Never);
        for (const char *path : {"/v1/completions", "/v1/moderations", "/v1/images/generations", "/v1/rerank",
                                 "/v1/audio/speech", "/v1/audio/transcriptions"}) {
            row(path, Dialect::OpenAi, Way::Pass);
            row(path, Dialect::Anthropic, Way::Never);
            row(path, Dialect::Gemini, Way::Never);
        }
    }

    void leads()
    {
        QFETCH(QByteArray, path);
        QFETCH(Dialect, dialect);
        const auto match = matchEndpoint(sample::request("POST", path));
        QVERIFY(match);
        QTEST(wayTo(*match->endpoint, sample::provider(u"p"_s, {}, dialect)), "way");
    }

    void responsesPassOnlyWhereTheyAreNative()
    {
        const auto match = matchEndpoint(sample::request("POST", "/v1/responses"));
        QVERIFY(match);
        Provider provider = sample::provider(u"p"_s, {});
        provider.nativeResponses = true;
        QCOMPARE(wayTo(*match->endpoint, provider), Way::Pass);
        provider.nativeResponses = false;
        const bool translated = clientDialect(ClientForm::Responses);
        QCOMPARE(wayTo(*match->endpoint, provider), translated ? Way::Translate : Way::Pass);
        provider.dialect = Dialect::Anthropic;
        QCOMPARE(wayTo(*match->endpoint, provider), translated ? Way::Translate : Way::Never);
    }
};

QTEST_GUILESS_MAIN(TestWay)
#include "tst_way.moc"
