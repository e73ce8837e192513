// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/import_plan.h"
#include "gateway/import/read_import.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! A provider that no configuration may have does not keep the others out.
class TestUnusableProviders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areLeftOut_data();
    void areLeftOut();
};

void TestUnusableProviders::areLeftOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("ours")
        << QByteArray(
               R"({"version": 1, "providers": [{"id": "ok", "dialect": "openai", "baseUrl": "https://ok.example"},
                                     {"id": "c", "dialect": "openai", "baseUrl": "http://c.example/v1"}]})")
        << u"/providers/1: "_s;
    QTest::newRow("Node") << QByteArray(R"({"providers": [
        {"name": "c", "baseUrl": "http://c.example/v1", "apiKey": ["sk-0123456789abcdef0", "${UNSET}"], "models": ["m"]},
        {"name": "ok", "baseUrl": "https://ok.example/v1", "models": ["m"]}]})")
                          << u"providers[0]: "_s;
    QTest::newRow("LiteLLM")
        << QByteArray(
               "model_list:\n"
               "  - {model_name: a, litellm_params: {model: openai/x, api_base: \"https://ok.example\"}}\n"
               "  - {model_name: a, litellm_params: {model: openai/y, api_base: \"http://c.example\"}}\n"
               "  - {model_name: b, litellm_params: {model: openai/y, api_base: \"http://c.example\"}}\n"
               "  - {model_name: b, litellm_params: {model: openai/z, api_base: \"http://c.example\"}}\n")
        << u"model_list[1].litellm_params: "_s;
}

void TestUnusableProviders::areLeftOut()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    const Result<Imported> imported = readImport(text, {});
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    const ImportPlan plan = planImport({}, *imported, ImportMode::Merge);
    QCOMPARE(plan.result.providers.size(), 1);
    QVERIFY(plan.result.providers[0].baseUrl.contains("ok.example"_L1));
    QVERIFY(imported->keys.isEmpty() && imported->unset.isEmpty());
    QVERIFY2(plan.left.join(u'\n').contains(place), qPrintable(plan.left.join(u'\n')));
    QVERIFY(std::all_of(plan.problems.cbegin(), plan.problems.cend(),
                        [](const Problem &problem) { return problem.warning; }));
    for (const Route &route : plan.result.routes)
        QCOMPARE(route.targets.size(), 1);
}

QTEST_GUILESS_MAIN(TestUnusableProviders)
#include "tst_unusable_providers.moc"
