// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connect/connect_home.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

const Access first{u"http://127.0.0.1:1337"_s, u"smart"_s, u"gh-first"_s};
const Access second{u"http://127.0.0.1:4242"_s, u"fast"_s, u"gh-second"_s};

const QString claude = u".claude/settings.json"_s;
const QString codex = u".codex/config.toml"_s;

} // namespace

//! What people do to a file between set-up and undo.
class TestLaterChanges final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<ConnectHome>(); }
    void knowsItsSettingsInOtherClothes_data();
    void knowsItsSettingsInOtherClothes();
    void tellsWhatItLeaves_data();
    void tellsWhatItLeaves();
    void putsBackWhatStoodThereLast();
    void knowsTheObjectsItMade();
    void keepsWhatIsPutBesideOurs_data();
    void keepsWhatIsPutBesideOurs();
    void leavesAListedModelAlone();
    void staysWithTheFileItWrote();
    void putsBackFilesInFormerPlaces();

private:
    bool replace(const QString &file, const QByteArray &from, const QByteArray &to)
    {
        const QByteArray text = m_home->read(file);
        return text.contains(from) && m_home->write(file, QByteArray(text).replace(from, to));
    }

    std::unique_ptr<ConnectHome> m_home;
};

void TestLaterChanges::knowsItsSettingsInOtherClothes_data()
{
    QTest::addColumn<QString>("app");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("json") << u"claude-code"_s << claude << QByteArray("\"smart\"")
                          << QByteArray("\"sm\\u0061rt\"");
    QTest::newRow("toml") << u"codex"_s << codex << QByteArray("\"http://127.0.0.1:1337/v1\"")
                          << QByteArray("'http://127.0.0.1:1337/v1'");
    QTest::newRow("yaml") << u"aider"_s << u".aider.conf.yml"_s << QByteArray("\"openai/smart\"")
                          << QByteArray("openai/smart");
    QTest::newRow("environment") << u"gemini-cli"_s << u".gemini/.env"_s << QByteArray("=smart")
                                 << QByteArray("=\"smart\"");
}

void TestLaterChanges::knowsItsSettingsInOtherClothes()
{
    QFETCH(QString, app);
    QFETCH(QString, file);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QCOMPARE(m_home->setUp(app, first), QString());
    QVERIFY(replace(file, from, to));
    const auto planned = m_home->connections.planUndo(*connectableApp(app));
    QVERIFY(planned);
    QCOMPARE(planned->first().left, QStringList());
    QCOMPARE(m_home->undo(app), QString());
    QCOMPARE(m_home->read(file), QByteArray("(missing)"));
}

void TestLaterChanges::tellsWhatItLeaves_data()
{
    QTest::addColumn<QString>("app");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QStringList>("left");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("changed") << u"codex"_s << codex << QByteArray("model = \"smart\"")
                             << QByteArray("model = \"mine\"") << QStringList{u"model"_s}
                             << QByteArray("model = \"mine\"\n");
    QTest::newRow("put beside") << u"codex"_s << codex << QByteArray("name = ")
                                << QByteArray("request_max_retries = 7\nname = ")
                                << QStringList{u"model_providers.gatehouse"_s}
                                << QByteArray("\n[model_providers.gatehouse]\nrequest_max_retries = 7\n");
    QTest::newRow("other names beside") << u"claude-code"_s << claude << QByteArray("\"env\": {")
                                        << QByteArray("\"env\": {\n    \"MINE\": \"1\",") << QStringList()
                                        << QByteArray("{\n  \"env\": {\n    \"MINE\": \"1\"\n  }\n}\n");
    QTest::newRow("taken out") << u"claude-code"_s << claude
                               << QByteArray("\"ANTHROPIC_BASE_URL\": \"http://127.0.0.1:1337\",")
                               << QByteArray() << QStringList() << QByteArray("(missing)");
}

void TestLaterChanges::tellsWhatItLeaves()
{
    QFETCH(QString, app);
    QFETCH(QString, file);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QStringList, left);
    QFETCH(QByteArray, expected);
    QCOMPARE(m_home->setUp(app, first), QString());
    QVERIFY(replace(file, from, to));
    const auto planned = m_home->connections.planUndo(*connectableApp(app));
    QVERIFY(planned);
    QCOMPARE(planned->first().left, left);
    QCOMPARE(m_home->undo(app), QString());
    QCOMPARE(m_home->read(file), expected);
}

void TestLaterChanges::putsBackWhatStoodThereLast()
{
    QVERIFY(m_home->write(codex, "model = \"old\" # why\nmodel_provider = \"a\"\n"));
    QCOMPARE(m_home->setUp(u"codex"_s, first), QString());
    QVERIFY(replace(codex, "\"smart\"", "\"mine\""));
    QVERIFY(replace(codex, "model_provider = \"gatehouse\"\n", ""));
    QCOMPARE(m_home->setUp(u"codex"_s, second), QString());
    QVERIFY(m_home->read(codex).contains("\"fast\""));
    QCOMPARE(m_home->undo(u"codex"_s), QString());
    QCOMPARE(m_home->read(codex), QByteArray("model = \"mine\" # why\n"));
}

void TestLaterChanges::knowsTheObjectsItMade()
{
    QVERIFY(m_home->write(claude, "{ \"a\": 1 }\n"));
    QCOMPARE(m_home->setUp(u"claude-code"_s, first), QString());
    QVERIFY(m_home->write(claude, "{ \"a\": 1, \"env\": {} }\n"));
    QCOMPARE(m_home->setUp(u"claude-code"_s, second), QString());
    QCOMPARE(m_home->undo(u"claude-code"_s), QString());
    QCOMPARE(m_home->read(claude), QByteArray("{ \"a\": 1 }\n"));
}

void TestLaterChanges::keepsWhatIsPutBesideOurs_data()
{
    QTest::addColumn<QString>("app");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("added");
    QTest::addColumn<QByteArray>("expected");
    const QString opencode = u".config/opencode/opencode.json"_s, zed = u".config/zed/settings.json"_s,
                  cont = u".continue/config.yaml"_s;
    QTest::newRow("opencode option") << u"opencode"_s << opencode << QByteArray("{}\n")
                                     << QByteArray("\"apiKey\": \"gh-first\"")
                                     << QByteArray("\"apiKey\": \"gh-first\", \"timeout\": 9")
                                     << QByteArray("\"timeout\": 9")
                                     << QByteArray(
                                            "{\"provider\":{\"gatehouse\":{\"options\":{\"timeout\":9}}}}");
    QTest::newRow("opencode model") << u"opencode"_s << opencode << QByteArray("{\n}\n")
                                    << QByteArray("\"models\": {")
                                    << QByteArray("\"models\": {\n\"mine\": {},")
                                    << QByteArray("\"mine\": {}")
                                    << QByteArray(
                                           "{\"provider\":{\"gatehouse\":{\"models\":{\"mine\":{}}}}}");
    QTest::newRow("opencode limit")
        << u"opencode"_s << opencode << QByteArray("{\n}\n") << QByteArray("\"name\": \"smart\"")
        << QByteArray("\"limit\": 8, \"name\": \"smart\"") << QByteArray("\"limit\": 8")
        << QByteArray("{\"provider\":{\"gatehouse\":{\"models\":{\"smart\":{\"limit\":8}}}}}");
    QTest::newRow("zed model") << u"zed"_s << zed << QByteArray("{\n}\n")
                               << QByteArray("\"available_models\": [")
                               << QByteArray("\"available_models\": [\n{\"name\": \"mine\"},")
                               << QByteArray("\"mine\"")
                               << QByteArray("{\"language_models\":{\"openai_compatible\":{\"Gatehouse\":"
                                             "{\"available_models\":[{\"name\":\"mine\"}]}}}}");
    QTest::newRow("continue roles")
        << u"continue"_s << cont << QByteArray("rules: []\n") << QByteArray("    provider: openai\n")
        << QByteArray("    provider: openai\n    roles:\n      - chat\n") << QByteArray("- chat")
        << QByteArray("rules: []\nmodels:\n  - name: Gatehouse\n    roles:\n      - chat\n");
    QTest::newRow("continue roles, last")
        << u"continue"_s << cont << QByteArray("rules: []\r\n") << QByteArray("    apiKey: \"gh-first\"\r\n")
        << QByteArray("    apiKey: 'gh-first'\r\n    roles: [chat]\r\n") << QByteArray("[chat]")
        << QByteArray("rules: []\r\nmodels:\r\n  - name: Gatehouse\r\n    roles: [chat]\r\n");
}

void TestLaterChanges::keepsWhatIsPutBesideOurs()
{
    QFETCH(QString, app);
    QFETCH(QString, file);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, added);
    QFETCH(QByteArray, expected);
    for (const bool twice : {false, true}) {
        QVERIFY(m_home->write(file, before));
        QCOMPARE(m_home->setUp(app, first), QString());
        QVERIFY2(replace(file, from, to), m_home->read(file).constData());
        if (twice) {
            QCOMPARE(m_home->setUp(app, second), QString());
            const QByteArray text = m_home->read(file);
            QVERIFY2(text.contains(added) && text.contains("4242") && !text.contains("1337"),
                     text.constData());
        }
        const auto planned = m_home->connections.planUndo(*connectableApp(app));
        QVERIFY(planned);
        QCOMPARE(planned->first().left.size(), 1);
        QVERIFY(planned->first().left.first().endsWith("gatehouse"_L1, Qt::CaseInsensitive));
        QCOMPARE(m_home->undo(app), QString());
        QByteArray text = m_home->read(file);
        if (file.endsWith("json"_L1))
            text = text.replace(" ", "").replace("\n", "");
        QCOMPARE(text, expected);
    }
}

void TestLaterChanges::leavesAListedModelAlone()
{
    const QString file = u".config/zed/settings.json"_s;
    const QByteArray text = "{ \"language_models\": { \"openai_compatible\": { \"Gatehouse\": {\n"
                            "\"available_models\": [ { \"name\": \"smart\", \"max_tokens\": 9 } ] } } } }\n";
    QVERIFY(m_home->write(file, text));
    QCOMPARE(m_home->setUp(u"zed"_s, first), QString());
    QCOMPARE(m_home->read(file).count("smart"), 1);
    QVERIFY(replace(file, "9", "8"));
    QCOMPARE(m_home->setUp(u"zed"_s, second), QString());
    QVERIFY(m_home->read(file).contains("\"fast\""));
    QCOMPARE(m_home->undo(u"zed"_s), QString());
    QCOMPARE(m_home->read(file), QByteArray(text).replace("9", "8"));
    QVERIFY(m_home->write(file, QByteArray(text).replace("[", "{\"a\":[").replace("]", "]}")));
    QVERIFY(m_home->setUp(u"zed"_s, first).contains(u"list"_s));
}

void TestLaterChanges::staysWithTheFileItWrote()
{
    QCOMPARE(m_home->setUp(u"opencode"_s, first), QString());
    const QByteArray commented = "// mine\n";
    QVERIFY(m_home->write(u".config/opencode/opencode.jsonc"_s, commented));
    QCOMPARE(m_home->setUp(u"opencode"_s, second), QString());
    QCOMPARE(m_home->read(u".config/opencode/opencode.jsonc"_s), commented);
    QVERIFY(m_home->read(u".config/opencode/opencode.json"_s).contains("4242"));
}

void TestLaterChanges::putsBackFilesInFormerPlaces()
{
    QVERIFY(m_home->write(codex, "a = 1\n"));
    QCOMPARE(m_home->setUp(u"codex"_s, first), QString());
    QVERIFY(QFile::rename(m_home->path(codex), m_home->path(u"aside"_s)));
    const QString moved = u"moved/config.toml"_s;
    QVERIFY(m_home->write(moved, "b = 1\n"));
    const ConnectableApp &app = *connectableApp(u"codex"_s);
    Connections connections(m_home->folder.filePath(u"data"_s),
                            {m_home->path({}), {}, {{u"CODEX_HOME"_s, m_home->path(u"moved"_s)}}});
    const auto planned = connections.plan(app, second);
    QVERIFY(planned);
    QCOMPARE(connections.setUp(app, second, *planned), QString());
    QVERIFY(m_home->read(moved).contains("4242"));
    QVERIFY(QFile::rename(m_home->path(u"aside"_s), m_home->path(codex)));
    QCOMPARE(m_home->undo(u"codex"_s), QString());
    QCOMPARE(m_home->read(codex), QByteArray("a = 1\n"));
    QCOMPARE(m_home->read(moved), QByteArray("b = 1\n"));
}

QTEST_GUILESS_MAIN(TestLaterChanges)
#include "tst_later_changes.moc"
