// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_json.h"
#include "gateway/import/import_plan.h"
#include "gateway/import/read_import.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! What an import would change, and above all where a key could newly go.
class TestImportPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plans_data();
    void plans();
    void mergeKeepsWhatIsThere();
    void replaceTakesTheRest();
    void othersKeepWhatTheyCannotSay();
    void ownExportKeepsSecretHeaders_data();
    void ownExportKeepsSecretHeaders();
    void settingsStayOrAreNamed();
    void findsProblems();
};

namespace {

constexpr auto present = R"({"version": 1,
    "providers": [
        {"id": "a", "dialect": "openai", "baseUrl": "https://a.example/v1", "apiKey": "keychain:a@a.example", "models": ["m"]},
        {"id": "b", "dialect": "openai", "baseUrl": "https://b.example/v1", "apiKey": "${B_KEY}", "models": ["n"]}],
    "routes": [{"model": "r", "targets": [{"provider": "a", "model": "m"}]}],
    "defaultModel": "r"})";

Config config(const QByteArray &text)
{
    return readConfig(text).config;
}

//! `+host! name`: how, what, whether a key goes there, its name.
QStringList shown(const ImportPlan &plan)
{
    constexpr const char *kinds[] = {"+", "~", "-"};
    constexpr const char *subjects[] = {"host", "provider", "route", "client", "setting"};
    QStringList lines;
    for (const ImportChange &change : plan.changes)
        lines.append(QString(QString::fromLatin1(kinds[change.kind]) +
                             QString::fromLatin1(subjects[change.subject]) +
                             (change.keyGoesThere ? u"! "_s : u" "_s) + change.name));
    return lines;
}

QByteArray ours(const QByteArray &providers)
{
    return "{\"version\": 1, \"providers\": [" + providers + "]}";
}

} // namespace

void TestImportPlan::plans_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QString>("detail"); // some words that are said
    QTest::newRow("itself") << QByteArray(present) << QStringList() << QString();
    QTest::newRow("a new provider without a key")
        << ours(R"({"id": "c", "dialect": "openai", "baseUrl": "https://c.example/v1"})")
        << QStringList{u"+host c.example"_s, u"+provider c"_s} << u"https://c.example/v1"_s;
    QTest::newRow("a new provider with a key of its own")
        << ours(
               R"({"id": "c", "dialect": "openai", "baseUrl": "https://c.example/v1", "apiKey": "sk-0123456789abcdef0"})")
        << QStringList{u"+host! c.example"_s, u"+provider c"_s} << u"goes into the keychain"_s;
    QTest::newRow("a variable to a new host")
        << ours(
               R"({"id": "b", "dialect": "openai", "baseUrl": "https://evil.example/v1", "apiKey": "${B_KEY}", "models": ["n"]})")
        << QStringList{u"+host! evil.example"_s, u"~provider b"_s}
        << u"https://b.example/v1 → https://evil.example/v1"_s;
    QTest::newRow("a variable of another provider to a new host")
        << ours(
               R"({"id": "c", "dialect": "openai", "baseUrl": "https://evil.example/v1", "apiKey": "${B_KEY}"})")
        << QStringList{u"+host! evil.example"_s, u"+provider c"_s} << u"${B_KEY}"_s;
    QTest::newRow("a variable to a host that is known")
        << ours(
               R"({"id": "c", "dialect": "openai", "baseUrl": "https://a.example/v1", "apiKey": "${B_KEY}"})")
        << QStringList{u"~host! a.example"_s, u"+provider c"_s} << u"${B_KEY}"_s;
    QTest::newRow("a stored key stays where it is")
        << ours(
               R"({"id": "a", "dialect": "openai", "baseUrl": "https://evil.example/v1", "apiKey": "keychain:a@a.example", "models": ["m"]})")
        << QStringList{u"+host evil.example"_s, u"~provider a"_s} << u"its stored key stays with a.example"_s;
    QTest::newRow("a stored key is replaced")
        << ours(
               R"({"id": "a", "dialect": "openai", "baseUrl": "https://a.example/v1", "apiKey": "sk-0123456789abcdef0", "models": ["m"]})")
        << QStringList{u"~host! a.example"_s, u"~provider a"_s} << u"is replaced by the imported one"_s;
    QTest::newRow("a new proxy")
        << ours(
               R"({"id": "b", "dialect": "openai", "baseUrl": "https://b.example/v1", "apiKey": "${B_KEY}", "models": ["n"], "proxy": "http://evil.example:3128"})")
        << QStringList{u"+host! evil.example:3128"_s, u"~provider b"_s} << u"proxy of the provider"_s;
    QTest::newRow("only a header")
        << ours(
               R"({"id": "b", "dialect": "openai", "baseUrl": "https://b.example/v1", "apiKey": "${B_KEY}", "models": ["n"], "headers": {"X-Team": "t"}})")
        << QStringList{u"~provider b"_s} << u"headers"_s;
    QTest::newRow("those with a key first")
        << ours(R"({"id": "c", "dialect": "openai", "baseUrl": "https://c.example/v1"},
                   {"id": "d", "dialect": "openai", "baseUrl": "https://d.example/v1", "apiKey": "${D}"})")
        << QStringList{u"+host! d.example"_s, u"+host c.example"_s, u"+provider c"_s, u"+provider d"_s}
        << u"${D}"_s;
    QTest::newRow("a route, a client")
        << QByteArray(
               R"({"version": 1, "routes": [{"model": "r", "policy": "fastest", "targets": [{"provider": "a", "model": "m"}]}],
            "clients": [{"name": "c", "keyHash": "sha256:0000000000000000000000000000000000000000000000000000000000000000"}]})")
        << QStringList{u"~route r"_s, u"+client c"_s} << u"every application needs a key"_s;
}

void TestImportPlan::plans()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, changes);
    QFETCH(QString, detail);
    const Result<Imported> imported = readImport(text, {});
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    const ImportPlan plan = planImport(config(present), *imported, ImportMode::Merge);
    QCOMPARE(shown(plan), changes);
    QStringList details;
    for (const ImportChange &change : plan.changes)
        details.append(change.detail);
    QVERIFY2(details.join(u'\n').contains(detail), qPrintable(details.join(u'\n')));
    if (changes.isEmpty())
        QCOMPARE(plan.result, config(present));
}

void TestImportPlan::mergeKeepsWhatIsThere()
{
    const Result<Imported> imported = readImport(
        ours(
            R"({"id": "b", "dialect": "openai", "baseUrl": "https://b.example/v2"}, {"id": "c", "dialect": "openai", "baseUrl": "https://c.example/v1"})"),
        {});
    QVERIFY(imported);
    const ImportPlan plan = planImport(config(present), *imported, ImportMode::Merge);
    QStringList ids;
    for (const Provider &provider : plan.result.providers)
        ids.append(provider.id);
    const QStringList expected{u"a"_s, u"b"_s, u"c"_s};
    QCOMPARE(ids, expected);
    QCOMPARE(plan.result.providers[1].baseUrl, u"https://b.example/v2"_s);
    QCOMPARE(plan.result.routes.size(), 1);
    QCOMPARE(plan.result.defaultModel, u"r"_s);
}

void TestImportPlan::replaceTakesTheRest()
{
    QByteArray withClient = present;
    withClient.replace("\"defaultModel\"",
                       "\"clients\": [{\"name\": \"c\", \"keyHash\": "
                       "\"sha256:0000000000000000000000000000000000000000000000000000000000000000\"}], "
                       "\"budget\": {\"dailyUsd\": 5}, \"defaultModel\"");
    const Config now = config(withClient);
    QCOMPARE(now.clients.size(), 1);
    const Result<Imported> imported = readImport(
        ours(
            R"({"id": "b", "dialect": "openai", "baseUrl": "https://b.example/v1", "apiKey": "${B_KEY}", "models": ["n"]})"),
        {});
    QVERIFY(imported);
    const ImportPlan plan = planImport(now, *imported, ImportMode::Replace);
    const QStringList expected{u"-provider a"_s, u"-route r"_s, u"~setting /defaultModel"_s,
                               u"~setting /budget"_s};
    QCOMPARE(shown(plan), expected);
    QCOMPARE(plan.result.clients, now.clients);
    QCOMPARE(plan.result.providers.size(), 1);

    const Result<Imported> other = readImport("model_list: []\n", {});
    QVERIFY(other);
    const ImportPlan bare = planImport(now, *other, ImportMode::Replace);
    QCOMPARE(bare.result.budget, now.budget);
    QCOMPARE(bare.result.defaultModel, now.defaultModel);
}

void TestImportPlan::othersKeepWhatTheyCannotSay()
{
    const Config now = config(ours(
        R"({"id": "mine", "dialect": "openai", "baseUrl": "https://mine.example/v1", "apiKey": "${OLD}",
            "models": [{"id": "m", "alias": "fast"}, "n"], "headers": {"X-Team": "t", "X-Token": "secret"},
            "limits": {"requestsPerMinute": 7}, "enabled": false, "proxy": "none"})"));
    QCOMPARE(now.providers.size(), 1);
    const Result<Imported> imported = readImport(R"({"providers": [{"name": "Mine", "apiKey": "${NEW}",
        "baseUrl": "https://mine.example/v1", "models": ["m", "o"], "headers": {"X-Other": "o"}}]})",
                                                 {});
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    const ImportPlan plan = planImport(now, *imported, ImportMode::Merge);
    Provider expected = now.providers[0];
    expected.apiKeys = QStringList{u"${NEW}"_s};
    expected.models.append({u"o"_s});
    expected.headers = {{"X-Other", "o"}, {"X-Token", "secret"}};
    QCOMPARE(plan.result.providers, QList<Provider>{expected});
    const QString detail = plan.changes.last().detail;
    QVERIFY2(detail.contains("headers, no longer: X-Team"_L1), qPrintable(detail));

    const ImportPlan replaced = planImport(now, *imported, ImportMode::Replace);
    const QString gone = replaced.changes.last().detail;
    QVERIFY2(gone.contains("models, no longer: fast, n"_L1), qPrintable(gone));
}

void TestImportPlan::ownExportKeepsSecretHeaders_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("stays");
    QTest::newRow("the same origin") << QByteArray("https://b.example/v1") << true;
    QTest::newRow("another host") << QByteArray("https://evil.example/v1") << false;
}

void TestImportPlan::ownExportKeepsSecretHeaders()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, stays);
    const QByteArray begin = R"({"id": "b", "dialect": "openai", "baseUrl": ")";
    const Config now = config(ours(begin + R"(https://b.example/v1", "models": ["n"],
        "headers": {"X-Token": "secret", "X-Team": "t"}})"));
    const Result<Imported> imported =
        readImport(ours(begin + address + R"(", "models": ["n"], "headers": {"X-Team": "t"}})"), {});
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    for (const ImportMode mode : {ImportMode::Merge, ImportMode::Replace}) {
        const ImportPlan plan = planImport(now, *imported, mode);
        QCOMPARE(plan.changes.isEmpty(), stays);
        QCOMPARE(plan.result.providers[0].headers.size(), stays ? 2 : 1);
    }
}

void TestImportPlan::settingsStayOrAreNamed()
{
    const Result<Imported> imported = readImport(R"({"version": 1,
        "listener": {"host": "0.0.0.0", "allowedHosts": ["evil.example"]}, "budget": {"dailyUsd": 1},
        "alerts": {"webhookUrl": "https://evil.example/hook"}})",
                                                 {});
    QVERIFY(imported);
    const Config now = config(present);
    const ImportPlan merged = planImport(now, *imported, ImportMode::Merge);
    QCOMPARE(shown(merged), QStringList());
    QCOMPARE(merged.result, now);
    for (const auto &path : {"/listener"_L1, "/budget"_L1, "/alerts"_L1})
        QVERIFY2(merged.left.join(u'\n').contains(path), qPrintable(merged.left.join(u'\n')));

    const ImportPlan replaced = planImport(now, *imported, ImportMode::Replace);
    QCOMPARE(shown(replaced).first(), u"+host evil.example"_s);
    QVERIFY(shown(replaced).contains(u"~setting /alerts"_s));
    QCOMPARE(replaced.result.listener, now.listener);
    QVERIFY(replaced.left.join(u'\n').contains("/listener"_L1));
}

void TestImportPlan::findsProblems()
{
    const Result<Imported> imported = readImport(
        ours(
            R"({"id": "c", "dialect": "openai", "baseUrl": "https://c.example/v1"}, {"id": "c", "dialect": "openai", "baseUrl": "https://c.example"})"),
        {});
    QVERIFY(imported);
    const ImportPlan plan = planImport(config(present), *imported, ImportMode::Merge);
    QStringList paths;
    for (const Problem &problem : plan.problems)
        paths.append(problem.path);
    QVERIFY2(paths.contains("/providers/3/id"_L1), qPrintable(paths.join(u' ')));
}

QTEST_GUILESS_MAIN(TestImportPlan)
#include "tst_import_plan.moc"
