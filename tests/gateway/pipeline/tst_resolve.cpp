// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/resolve.h"
#include "tests/gateway/pipeline/sample.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Config config()
{
    Config config;
    Provider idle = sample::provider(u"idle"_s, {{u"gpt-4o"_s}, {u"sole"_s}});
    idle.enabled = false;
    config.providers = {
        idle,
        sample::provider(u"one"_s, {{u"gpt-4o"_s}, {u"gpt-4o-mini"_s, u"fast"_s}, {u"o*"_s}}),
        sample::provider(u"two"_s, {{u"gpt-4o"_s}, {u"quick"_s, u"fast"_s}, {u"o3-*"_s}}),
        sample::provider(u"ant"_s, {{u"claude"_s}}, Dialect::Anthropic),
    };
    config.routes = {
        {u"smart"_s, Policy::Priority, {{u"two"_s, u"gpt-4o"_s}, {u"one"_s, u"o1"_s}, {u"idle"_s, u"x"_s}}},
        {u"dead"_s, Policy::Priority, {{u"idle"_s, u"x"_s}}},
        {u"mixed"_s, Policy::Priority, {{u"ant"_s, u"claude"_s}, {u"one"_s, u"gpt-4o"_s}}},
    };
    return config;
}

Call callFor(const QByteArray &model, QByteArrayView path = "/v1/chat/completions")
{
    Call call;
    call.match = *matchEndpoint(sample::request("POST", path.toByteArray()));
    call.peek.model = model;
    return call;
}

} // namespace

//! The order of contract, section 2: route, provider/model, alias and id, longest pattern, default.
class TestResolve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersCandidates_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("candidates");
        QTest::newRow("route; disabled targets left out")
            << QByteArray("smart") << QByteArray("two/gpt-4o one/o1");
        QTest::newRow("explicit") << QByteArray("two/gpt-4o") << QByteArray("two/gpt-4o");
        QTest::newRow("explicit, not listed") << QByteArray("one/a/b") << QByteArray("one/a/b");
        QTest::newRow("id, in order of the file")
            << QByteArray("gpt-4o") << QByteArray("one/gpt-4o two/gpt-4o");
        QTest::newRow("alias") << QByteArray("fast") << QByteArray("one/gpt-4o-mini two/quick");
        QTest::newRow("longest pattern") << QByteArray("o3-mini") << QByteArray("two/o3-mini");
        QTest::newRow("shorter pattern") << QByteArray("o1") << QByteArray("one/o1");
        QTest::newRow("other dialects too") << QByteArray("mixed") << QByteArray("ant/claude one/gpt-4o");
        QTest::newRow("long context") << QByteArray("claude[1m]") << QByteArray("ant/claude");
        QTest::newRow("long context of a pattern") << QByteArray("o3-mini[1m]") << QByteArray("two/o3-mini");
    }

    void ordersCandidates()
    {
        QFETCH(QByteArray, model);
        const auto snapshot = sample::snapshot(config());
        const auto plan = resolve(*snapshot, callFor(model));
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        QByteArrayList names;
        for (const Candidate &candidate : plan->choice.candidates)
            names.append(snapshot->config.providers[candidate.provider].id.toUtf8() + '/' + candidate.model);
        QTEST(names.join(' '), "candidates");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("names");
        QTest::newRow("unknown") << QByteArray("gpt-5-giant") << QByteArray("model_not_found") << u""_s;
        QTest::newRow("close") << QByteArray("gpt-40") << QByteArray("model_not_found") << u"'gpt-4o'"_s;
        QTest::newRow("disabled provider")
            << QByteArray("idle/gpt-4o") << QByteArray("model_not_found") << u""_s;
        QTest::newRow("only at a disabled provider")
            << QByteArray("sole") << QByteArray("model_not_found") << u""_s;
        for (const char *model : {"one/../x", "one/..", "one/./gpt-4o"})
            QTest::newRow(model) << QByteArray(model) << QByteArray("model_not_found") << u""_s;
        QTest::newRow("route without a living target")
            << QByteArray("dead") << QByteArray("model_not_found") << u""_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, model);
        QFETCH(QString, names);
        const auto snapshot = sample::snapshot(config());
        const auto plan = resolve(*snapshot, callFor(model));
        QVERIFY(!plan);
        QTEST(plan.error().code, "code");
        QVERIFY2(plan.error().message.contains(names), qPrintable(plan.error().message));
    }

    void leavesOutWhatCannotBeTranslated_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"/v1/completions", "/v1/moderations", "/v1/embeddings", "/v1/rerank"})
            QTest::newRow(path) << QByteArray(path);
    }

    void leavesOutWhatCannotBeTranslated()
    {
        QFETCH(QByteArray, path);
        const auto snapshot = sample::snapshot(config());
        const auto plan = resolve(*snapshot, callFor("claude", path));
        QVERIFY(!plan);
        QCOMPARE(plan.error().status, 400);
        QCOMPARE(plan.error().code, "dialect_not_supported");
        QVERIFY2(plan.error().message.contains(u"'ant'"), qPrintable(plan.error().message));
        const auto mixed = resolve(*snapshot, callFor("mixed", path));
        QVERIFY(mixed);
        QCOMPARE(mixed->choice.candidates.size(), 1);
        QCOMPARE(mixed->choice.candidates.first().model, "gpt-4o");
    }

    void fallsBackToTheDefault()
    {
        Config withDefault = config();
        withDefault.defaultModel = u"smart"_s;
        const auto snapshot = sample::snapshot(withDefault);
        const auto plan = resolve(*snapshot, callFor("nobody-knows-it"));
        QVERIFY(plan);
        QCOMPARE(plan->choice.candidates.first().model, "gpt-4o");
        QCOMPARE(plan->choice.route, "smart");
    }

    void passesThroughToOneProvider()
    {
        const auto snapshot = sample::snapshot(config());
        Call call;
        const Incoming in = sample::request("GET", "/providers/two/files");
        call.match = *matchEndpoint(in);
        const auto plan = resolve(*snapshot, call);
        QVERIFY(plan);
        QCOMPARE(plan->choice.candidates.size(), 1);
        QCOMPARE(plan->choice.candidates.first().provider, 2);
        const Incoming disabled = sample::request("GET", "/providers/idle/files");
        call.match = *matchEndpoint(disabled);
        QCOMPARE(resolve(*snapshot, call).error().status, 404);
    }

    void keepsLimitedClientsFromPassingThrough()
    {
        Config limited = config();
        limited.clients = {sample::client(u"small"_s, "k", {u"gpt-4o"_s})};
        const auto snapshot = sample::snapshot(limited);
        Call call;
        call.caller.client = &snapshot->clients.front();
        const Incoming in = sample::request("GET", "/providers/two/files");
        call.match = *matchEndpoint(in);
        QCOMPARE(resolve(*snapshot, call).error().code, "model_not_allowed");
    }

    void globs_data()
    {
        QTest::addColumn<QByteArray>("glob");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("matches");
        QTest::newRow("all") << QByteArray("*") << QByteArray("") << true;
        QTest::newRow("front") << QByteArray("gpt-*") << QByteArray("gpt-4o") << true;
        QTest::newRow("inner") << QByteArray("a*c*e") << QByteArray("abcde") << true;
        QTest::newRow("backtracks") << QByteArray("*ab") << QByteArray("aab") << true;
        QTest::newRow("no star") << QByteArray("gpt") << QByteArray("gpt-4o") << false;
        QTest::newRow("case") << QByteArray("GPT*") << QByteArray("gpt") << false;
        QTest::newRow("many stars") << QByteArray(50, '*') + 'b' << QByteArray(500, 'a') << false;
    }

    void globs()
    {
        QFETCH(QByteArray, glob);
        QFETCH(QByteArray, text);
        QTEST(globMatches(glob, text), "matches");
    }
};

QTEST_GUILESS_MAIN(TestResolve)
#include "tst_resolve.moc"
