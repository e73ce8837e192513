// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_write.h"
#include "gateway/import/import_plan.h"
#include "gateway/import/read_import.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! Whatever a file holds: its secrets are nowhere but among the keys, and no bytes bring the readers down.
class TestImportSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSecrets_data();
    void keepsSecrets();
    void takesAnyBytes_data();
    void takesAnyBytes();
};

namespace {

const QByteArray canary = "CANARY0123456789abcdef";

// Each has secrets wherever one may stand, by mistake or not; @ stands for the canary.
constexpr auto ours = R"({"version": 1, "sk-@": 1, "colour": "sk-@", "providers": [
    {"preset": "openai", "apiKey": "sk-@", "headers": {"Authorization": "Bearer @", "X-Token": "@", "X-Odd": "sk-@"}},
    {"id": "b", "dialect": "openai", "baseUrl": "https://u:@@b.example/v1?key=@#@", "apiKey": ["sk-@", "@"],
     "proxy": "http://u:@@p.example:1"},
    {"id": "c", "dialect": "openai", "baseUrl": "https:\\\\u:@@c.example"},
    {"id": "d", "dialect": "openai", "baseUrl": "https://u:p/@@d.example/", "apiKey": "${sk-@"}],
    "alerts": {"webhookUrl": "https://u:@@hooks.example/x"}})";
constexpr auto node = R"({"adminKey": "sk-@", "sk-@": 1, "providers": [
    {"name": "a", "apiKey": "sk-@", "baseUrl": "https://u:@@a.example/v1?token=@", "models": ["m"],
     "headers": {"Authorization": "Bearer @", "Cookie": "@", "X-Odd": "sk-@", "X-Env": "${SECRET}"}, "password": "@"},
    {"name": "b", "apiKey": "${SECRET}", "baseUrl": "https://b.example/v1", "models": ["m"]},
    {"name": "c", "apiKey": "Bearer ${SECRET} sk-@", "baseUrl": "https://c.example/v1", "models": ["m"]}]})";
constexpr auto liteLlm = R"(model_list:
  - model_name: a
    litellm_params: {model: openai/a, api_key: sk-@, api_base: "https://u:@@a.example/v1?key=@", aws_secret_access_key: "@", extra_headers: {x-api-key: "@"}}
  - model_name: b
    litellm_params: {model: groq/b, api_key: os.environ/SECRET}
  - model_name: c
    litellm_params: {model: xai/c, api_key: os.environ/OTHER}
general_settings: {master_key: sk-@, database_url: "postgresql://u:@@db/x"}
environment_variables: {OTHER: "sk-@", MORE: "sk-@"}
router_settings: {redis_password: "@"}
sk-@: 1
)";

QByteArray planted(const char *text)
{
    return QByteArray(text)
        .replace('@', "\x01")
        .replace("\x01\x01", QByteArray(canary + '@'))
        .replace('\x01', canary);
}

Environment environment()
{
    Environment made;
    made.readFile(QByteArray("SECRET=sk-" + canary + '\n'));
    return made;
}

void addFormats()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("ours") << planted(ours);
    QTest::newRow("Node") << planted(node);
    QTest::newRow("LiteLLM") << planted(liteLlm);
}

//! Everything that a plan says, or that is written.
QString said(const Imported &imported, ImportMode mode)
{
    const ImportPlan plan = planImport({}, imported, mode);
    QStringList words = plan.left;
    for (const ImportChange &change : plan.changes)
        words << change.name << change.detail;
    for (const Problem &problem : plan.problems)
        words << problem.path << problem.message;
    if (const Result<QByteArray> text = writeConfig({}, plan.result))
        words << QString::fromUtf8(*text);
    else
        words << text.error().message;
    return words.join(u'\n');
}

} // namespace

void TestImportSecrets::keepsSecrets_data()
{
    addFormats();
}

void TestImportSecrets::keepsSecrets()
{
    QFETCH(QByteArray, text);
    const Result<Imported> imported = readImport(text, environment());
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    QVERIFY(!imported->keys.isEmpty());
    for (const ImportedKey &key : imported->keys)
        QVERIFY(key.secret.contains(canary));
    for (const ImportMode mode : {ImportMode::Merge, ImportMode::Replace}) {
        const QString words = said(*imported, mode);
        QVERIFY2(!words.contains(QString::fromLatin1(canary)), qPrintable(words));
    }
}

void TestImportSecrets::takesAnyBytes_data()
{
    addFormats();
}

void TestImportSecrets::takesAnyBytes()
{
    QFETCH(QByteArray, text);
    for (qsizetype size = 0; size < text.size(); ++size) {
        if (const Result<Imported> imported = readImport(text.first(size), environment()))
            (void)said(*imported, ImportMode::Merge);
    }
    QRandomGenerator random(7);
    int read = 0;
    for (int round = 0; round < 1500; ++round) {
        QByteArray other = text;
        for (int change = random.bounded(4); change >= 0; --change) {
            const qsizetype at = random.bounded(int(other.size()));
            constexpr auto structure = "{}[]:,-&*<\"'\n \t#!|>\\";
            if (random.bounded(2))
                other[at] = structure[random.bounded(int(qstrlen(structure)))];
            else
                other.remove(at, random.bounded(5));
        }
        const Result<Imported> imported = readImport(other, environment());
        if (!imported) {
            QVERIFY(!imported.error().message.isEmpty());
            continue;
        }
        ++read;
        (void)said(*imported, ImportMode::Replace);
    }
    QVERIFY(read > 10); // else nothing behind the parsers was tried
}

QTEST_GUILESS_MAIN(TestImportSecrets)
#include "tst_import_secrets.moc"
