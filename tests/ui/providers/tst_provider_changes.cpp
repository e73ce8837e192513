// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_check.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/providers/new_provider.h"
#include "ui/providers/provider_changes.h"
#include "ui/providers/remove_provider.h"

#include <QLocale>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! Two providers, a route to both, and one to the first only.
Config sample()
{
    Config config;
    config.providers = {someProvider(u"a"_s, u"A"_s), someProvider(u"b"_s, u"B"_s)};
    config.routes = {{u"both"_s, Policy::Priority, {{u"a"_s, u"m"_s}, {u"b"_s, u"m"_s}}},
                     {u"one"_s, Policy::Priority, {{u"a"_s, u"m"_s}}}};
    config.defaultModel = u"a/m"_s;
    return config;
}

} // namespace

//! What is done to the providers of a configuration.
class TestProviderChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesInPlace()
    {
        Provider changed = someProvider(u"a"_s, u"New"_s);
        Config expected = sample();
        expected.providers[0] = changed;
        QCOMPARE(withProvider(sample(), u"a"_s, changed), expected);
    }

    void appendsWhatIsNew()
    {
        Config expected = sample();
        expected.providers.append(someProvider(u"c"_s, u"C"_s));
        QCOMPARE(withProvider(sample(), {}, someProvider(u"c"_s, u"C"_s)), expected);
        QCOMPARE(withProvider(sample(), u"gone"_s, someProvider(u"c"_s, u"C"_s)), expected);
    }

    void renamesWhatLeadsThere()
    {
        const Config renamed = withProvider(sample(), u"a"_s, someProvider(u"z"_s, u"A"_s));
        QCOMPARE(renamed.providers[0].id, u"z"_s);
        QCOMPARE(renamed.routes[0].targets, (QList<RouteTarget>{{u"z"_s, u"m"_s}, {u"b"_s, u"m"_s}}));
        QCOMPARE(renamed.routes[1].targets, (QList<RouteTarget>{{u"z"_s, u"m"_s}}));
        QCOMPARE(renamed.defaultModel, u"z/m"_s);
    }

    void removesWhatLeadsThere()
    {
        const Config left = withoutProvider(sample(), u"a"_s);
        QCOMPARE(left.providers.size(), 1);
        QCOMPARE(left.routes, (QList<Route>{{u"both"_s, Policy::Priority, {{u"b"_s, u"m"_s}}}}));
        for (const Problem &problem : check(left))
            QVERIFY2(problem.warning, qPrintable(problem.path));
    }

    void asksWithAllThatGoes()
    {
        Config config = sample();
        config.providers[0].name = u"<b>A</b>"_s;
        config.providers[0].apiKeys = {u"keychain:a@api.a.example"_s};
        Question question = removalQuestion(config.providers[0], config);
        QCOMPARE(question.title, u"Remove \"<b>A</b>\"?"_s);
        QVERIFY(question.text.contains(u"these routes: \"both\"."_s));
        QVERIFY(question.text.contains(u"are removed: \"one\"."_s));
        QVERIFY(!question.option.isEmpty());
        QVERIFY(question.optionOn);

        config.providers[1].apiKeys = config.providers[0].apiKeys; // shared
        question = removalQuestion(config.providers[0], config);
        QVERIFY(!question.option.isEmpty());
        QVERIFY(!question.optionOn);

        config.providers[0].apiKeys = {u"${A}"_s, u"keychain:a@other.example"_s};
        QVERIFY(removalQuestion(config.providers[0], config).option.isEmpty());
    }

    void makesFreeIds_data()
    {
        QTest::addColumn<QString>("wish");
        QTest::addColumn<QString>("id");
        QTest::newRow("free") << u"openai"_s << u"openai"_s;
        QTest::newRow("taken") << u"a"_s << u"a-2"_s;
        QTest::newRow("a name") << u"My Server (1)"_s << u"my-server-1"_s;
        QTest::newRow("another script") << u"我的服务器"_s << u"provider"_s;
        QTest::newRow("nothing") << QString() << u"provider"_s;
        QTest::newRow("only dots") << u".."_s << u"provider"_s;
        QTest::newRow("a path") << u"../etc/passwd"_s << u"..-etc-passwd"_s;
        QTest::newRow("long") << QString(300, u'x') << QString(48, u'x');
    }

    void makesFreeIds()
    {
        QFETCH(QString, wish);
        QTEST(freeProviderId(wish, sample()), "id");
    }

    void namesPresetsInTheWindowsLanguage()
    {
        const QLocale before;
        const Preset *preset = findPreset(u"moonshot-cn");
        QLocale::setDefault(QLocale::German);
        QCOMPARE(presetName(*preset), u"Moonshot / Kimi (China)"_s);
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QCOMPARE(presetName(*preset), preset->nameZh);
        QCOMPARE(providerFrom(*preset, {}).name, preset->nameZh);
        QLocale::setDefault(before);
    }

    //! A copy never shares a stored key.
    void copiesWithoutStoredKeys_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<QStringList>("copied");
        QTest::newRow("a variable") << QString() << QStringList{u"${X}"_s} << QStringList{u"${X}"_s};
        QTest::newRow("stored") << u"openai"_s << QStringList{u"keychain:a@api.openai.com"_s}
                                << QStringList{u"${OPENAI_API_KEY}"_s};
        QTest::newRow("stored and a variable")
            << u"openai"_s << QStringList{u"keychain:a@api.openai.com"_s, u"${Y}"_s}
            << QStringList{u"${Y}"_s};
        QTest::newRow("stored, of a custom one")
            << QString() << QStringList{u"keychain:a@api.a.example"_s} << QStringList{u"${A_2_API_KEY}"_s};
        QTest::newRow("stored, where none is needed")
            << u"ollama"_s << QStringList{u"keychain:a@127.0.0.1:11434"_s} << QStringList();
        QTest::newRow("none") << u"openai"_s << QStringList() << QStringList();
    }

    void copiesWithoutStoredKeys()
    {
        QFETCH(QString, preset);
        QFETCH(QStringList, keys);
        Provider original = sample().providers[0];
        original.preset = preset;
        original.apiKeys = keys;
        const Provider copy = copyOf(original, sample(), {});
        QCOMPARE(copy.id, u"a-2"_s);
        QCOMPARE(copy.models, original.models);
        QTEST(copy.apiKeys, "copied");
    }
};

QTEST_MAIN(TestProviderChanges)
#include "tst_provider_changes.moc"
