// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/config/write_rows.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! Makes configurations and texts up, the same ones for the same seed.
class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_random(seed)
    {
    }

    int below(int end) { return m_random.bounded(end); }
    bool rarely() { return below(4) == 0; }

    //! One of few names, so that two configurations have some in common.
    QString name()
    {
        static const QStringList names = {u"a"_s, u"b"_s,     u"c"_s,          u"d"_s,
                                          u"e"_s, u"\"q\\"_s, u"/* no */ ü"_s, u"// no"_s};
        return names[below(int(names.size()))];
    }
    QStringList names()
    {
        QStringList all;
        for (int i = below(4); i > 0; --i)
            all.append(name());
        return all;
    }
    std::optional<Price> price()
    {
        if (!rarely())
            return {};
        const auto rate = [&]() -> std::optional<double> {
            return below(2) ? std::optional<double>(below(3) * 1.1) : std::nullopt;
        };
        return Price{below(3) * 0.7, double(below(3)), rate(), rate()};
    }
    Limits limits() { return {below(3), below(3), below(3)}; }

    Provider provider()
    {
        static const QStringList known = {u"openai"_s, u"deepseek"_s, u"mistral"_s, u"ollama"_s, u"gemini"_s};
        Provider provider = rarely() ? custom(name()) : fromPreset(known[below(int(known.size()))]);
        if (rarely())
            provider.id = name();
        if (rarely())
            provider.name = name();
        if (rarely())
            provider.baseUrl = custom(u"x"_s).baseUrl;
        provider.enabled = !rarely();
        if (rarely())
            provider.apiKeys = QStringList{u"${A}"_s, u"keychain:a@b.example"_s, u"${C}"_s}.mid(below(4));
        if (rarely()) {
            provider.models.clear();
            for (int i = below(4); i > 0; --i)
                provider.models.append({name(), rarely() ? name() : QString(), price()});
        }
        if (rarely()) {
            for (const char *header : {"A", "B", "C"})
                provider.headers.insert(below(int(provider.headers.size()) + 1), {header, name().toUtf8()});
        }
        if (rarely())
            provider.limits = limits();
        if (rarely())
            provider.retry.attempts = below(4);
        if (rarely())
            provider.streamUsage = below(2) ? StreamUsage::Ask : StreamUsage::AsIs;
        return provider;
    }

    Config config()
    {
        Config config;
        config.listener.port = quint16(rarely() ? below(60'000) : 1337);
        if (rarely())
            config.listener.allowedHosts = names();
        for (int i = below(4); i > 0; --i)
            config.clients.append(
                {name(), "hash" + QByteArray::number(below(3)), names(), limits(), {0, 1.5}});
        for (int i = below(5); i > 0; --i)
            config.providers.append(provider());
        for (int i = below(3); i > 0; --i) {
            Route &route = config.routes.emplaceBack();
            route.model = name();
            route.policy = below(2) ? Policy::Weighted : Policy::Priority;
            for (int j = below(4); j > 0; --j)
                route.targets.append({name(), name(), below(3)});
        }
        if (rarely())
            config.defaultModel = name();
        if (rarely())
            config.budget = {below(3) * 0.1, double(below(3))};
        if (rarely())
            config.alerts = {u"https://a.example/"_s + QString::number(below(3)), below(101)};
        return config;
    }

    //! \a json with comments, unknown fields, blanks and trailing commas put in. A comment is `<1>`, `<2>`
    //! and so on.
    QByteArray decorated(const QByteArray &json)
    {
        QByteArray out;
        bool inText = false;
        int comments = 0;
        const auto addBlanks = [&] {
            static const QByteArrayList blanks = {" ", "\n", "\t", "\r\n", "  \n\n  "};
            while (below(3) == 0)
                out += blanks[below(int(blanks.size()))];
            if (below(12) == 0)
                out += "/* <" + QByteArray::number(++comments) + "> */";
            if (below(12) == 0)
                out += "// <" + QByteArray::number(++comments) + ">\n";
        };
        for (qsizetype i = 0; i < json.size(); ++i) {
            const char c = json[i];
            if (c == '"' && (i == 0 || json[i - 1] != '\\' || json.mid(i - 2, 2) == "\\\\"))
                inText = !inText;
            const bool isMark = !inText && QByteArrayView("{}[],:").contains(c);
            if (isMark)
                addBlanks();
            if (isMark && (c == ']' || c == '}') &&
                !QByteArrayView("[{").contains(json.left(i).trimmed().back()) && below(5) == 0)
                out += ',';
            out += c;
            if (isMark)
                addBlanks();
            if (isMark && c == '{' && json.mid(i + 1).trimmed().front() == '"' && below(6) == 0)
                out += "\"own" + QByteArray::number(below(1000)) + "\": \"{\",";
        }
        return out;
    }

private:
    QRandomGenerator m_random;
};

//! Whether two entries of a list have the same name.
bool hasTwins(const Config &config)
{
    const auto hasTwins = [](const auto &entries, auto name) {
        QSet<QString> names;
        for (const auto &entry : entries)
            names.insert(name(entry));
        return names.size() < entries.size();
    };
    return hasTwins(config.providers, [](const Provider &provider) { return provider.id; }) ||
           hasTwins(config.clients, [](const Client &client) { return client.name; }) ||
           hasTwins(config.routes, [](const Route &route) { return route.model; }) ||
           std::any_of(config.routes.cbegin(), config.routes.cend(), [&](const Route &route) {
               return hasTwins(route.targets, [](const RouteTarget &target) -> QString {
                   return target.provider + u'\n' + target.model;
               });
           });
}

QByteArray whyNot(quint32 seed, const Result<QByteArray> &result)
{
    return "seed " + QByteArray::number(seed) + ": " +
           (result ? QByteArray() : result.error().message.toUtf8());
}

} // namespace

//! Whatever the text before and whatever is to be written: it reads as was meant, or it is refused.
class TestConfigWriteRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyConfigIntoAnyText()
    {
        int written = 0;
        for (quint32 seed = 0; seed < 300; ++seed) {
            Dice dice(seed);
            const Result<QByteArray> plain = writeConfig({}, dice.config());
            if (!plain)
                continue; // two headers of one name, say
            const QByteArray before = dice.decorated(*plain);
            const Config old = readConfig(before).config;
            const Result<QByteArray> same = writeConfig(before, old);
            QVERIFY2(same.hasValue(), whyNot(seed, same).constData());
            QCOMPARE(*same, before);

            const Config wanted = dice.config();
            const Result<QByteArray> after = writeConfig(before, wanted);
            QVERIFY2(after.hasValue(), whyNot(seed, after).constData());
            QVERIFY(readConfig(*after).config == wanted);
            const Result<QByteArray> back = writeConfig(*after, old);
            QVERIFY2(back.hasValue(), whyNot(seed, back).constData());
            QVERIFY(readConfig(*back).config == old);
            ++written;
        }
        QVERIFY(written > 200);
    }

    void nothingIsLostWhenOrderChanges()
    {
        int compared = 0;
        for (quint32 seed = 0; seed < 300; ++seed) {
            Dice dice(seed);
            const QByteArray before = dice.decorated(*writeConfig({}, dice.config()));
            Config config = readConfig(before).config;
            if (hasTwins(config))
                continue; // which of the two is meant cannot be known
            std::reverse(config.providers.begin(), config.providers.end());
            std::reverse(config.clients.begin(), config.clients.end());
            for (Route &route : config.routes)
                std::reverse(route.targets.begin(), route.targets.end());
            const Result<QByteArray> after = writeConfig(before, config);
            QVERIFY2(after.hasValue(), whyNot(seed, after).constData());
            const auto tag = [](int comment) -> QByteArray {
                return '<' + QByteArray::number(comment) + '>';
            };
            for (int comment = 1; before.contains(tag(comment)); ++comment)
                QCOMPARE(after->count(tag(comment)), 1);
            QCOMPARE(after->count("own"), before.count("own"));
            ++compared;
        }
        QVERIFY(compared > 50);
    }

    //! Cut off, or with a byte changed, at every place.
    void hostileTexts()
    {
        const QByteArray json =
            quotes("// c\n{ /* d */ 'clients': [ { 'name': '\\'\\u0041' }, ],\n 'providers': [ { 'id': 'a',\n"
                   "  'headers': {'A': '1'}, 'apiKey': ['${A}', '${B}',], // e\n }, {'preset':'openai'} ],\n"
                   " 'routes': [{'model': 'r', 'targets': [{'provider': 'a', 'model': 'm'}]}] }\n");
        Config wanted = readConfig(json).config;
        wanted.providers.swapItemsAt(0, 1);
        wanted.providers[1].models.append({u"x"_s});
        wanted.clients.clear();
        wanted.usageKeepDays = 1;
        QVERIFY(writeConfig(json, wanted));
        int refused = 0;
        const auto tryOn = [&](const QByteArray &text) {
            const Result<QByteArray> result = writeConfig(text, wanted);
            refused += result ? 0 : 1;
            return !result || readConfig(*result).config == wanted;
        };
        for (qsizetype at = 0; at < json.size(); ++at) {
            QVERIFY(tryOn(json.first(at)));
            QVERIFY(tryOn(json.sliced(at)));
            for (char byte : {'"', '\\', '{', '}', '[', ']', ',', ':', '/', '*', '\n', '\0', '\xff', '1'}) {
                QByteArray mutated = json;
                mutated[at] = byte;
                QVERIFY(tryOn(mutated));
                QVERIFY(tryOn(QByteArray(json).insert(at, byte)));
            }
        }
        QVERIFY(refused > json.size());
    }
};

QTEST_GUILESS_MAIN(TestConfigWriteRandom)
#include "tst_config_write_random.moc"
