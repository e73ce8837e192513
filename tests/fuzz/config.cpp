// SPDX-License-Identifier: GPL-3.0-or-later
// A configuration: whatever it says, its problems repeat no key; one that is valid is written as it stands,
// and anew as a text that means the same; a field that nobody knows is always noticed.
#include "fuzz_input.h"
#include "gateway/config/config_edit.h"
#include "gateway/config/config_json.h"
#include "gateway/config/config_write.h"
#include "gateway/config/json_splice.h"
#include "gateway/config/json_text.h"
#include "gateway/config/literal_keys.h"
#include "gateway/config/without_secrets.h"
#include "gateway/import/export_config.h"
#include "promise.h"

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! \a config as a text of its own: equal texts mean the same.
QByteArray fresh(const Config &config)
{
    const Result<QByteArray> text = writeConfig({}, config);
    require(bool(text), "What was read can be written.");
    return *text;
}

void requireProblems(QByteArrayView text, const ConfigReading &reading)
{
    require(reading.problems.size() <= 201, "There are no more problems than anybody reads.");
    QByteArray said;
    for (const Problem &problem : reading.problems) {
        require(problem.path.startsWith(u'/') && !problem.message.isEmpty(),
                "A problem has its place and reason.");
        said.append(problem.path.toUtf8() + ' ' + problem.message.toUtf8() + '\n');
    }
    for (const LiteralKey &key : literalKeys(text)) {
        // One that stands elsewhere too, perhaps as a name, may be repeated.
        if (key.secret.size() < 8 || text.count(key.secret) != 1 || text.contains('\\'))
            continue;
        require(!said.contains(key.secret), "A problem repeats no key.");
        require(!withoutSecrets(text).contains(key.secret), "A text without secrets has no key.");
        require(!reading.valid(), "A key in the file makes it invalid.");
    }
}

//! Puts a field that nobody knows into every object of \a node, one at a time.
void requireNoticed(const QByteArray &text, const JsonNode &node, const QString &path)
{
    for (size_t i = 0; i < node.children.size(); ++i) {
        const JsonNode &child = node.children[i];
        const bool member = node.kind == JsonNode::Object;
        requireNoticed(text, child, pathTo(path, member ? QString::fromUtf8(child.key) : QString::number(i)));
    }
    if (node.kind != JsonNode::Object || node.key == "headers")
        return;
    const ConfigReading reading = readConfig(withChild(text, node, "\"zz\": 0"));
    const QString wanted = pathTo(path, u"zz"_s);
    require(std::any_of(reading.problems.cbegin(), reading.problems.cend(),
                        [&](const Problem &problem) { return problem.path == wanted; }),
            "A field that nobody knows is noticed.");
}

//! What the window might make of it.
Config changed(Config config)
{
    std::reverse(config.providers.begin(), config.providers.end());
    if (!config.providers.isEmpty())
        config.providers.first().name = u"Another \"name\""_s;
    if (config.providers.size() > 2)
        config.providers.removeAt(1);
    if (!config.clients.isEmpty())
        config.clients.removeFirst();
    for (Route &route : config.routes)
        std::reverse(route.targets.begin(), route.targets.end());
    config.usageKeepDays = config.usageKeepDays == 1 ? 2 : 1;
    return config;
}

void requireWritten(QByteArrayView text, const Config &config)
{
    const Result<QByteArray> same = writeConfig(text, config);
    require(same && (*same == text || text.trimmed().isEmpty()), "What means the same stays byte for byte.");
    const QByteArray anew = fresh(config);
    const ConfigReading again = readConfig(anew);
    require(again.valid(), "What is written anew is valid.");
    require(fresh(again.config) == anew, "Written and read it means the same.");

    const Config other = changed(config);
    const Result<QByteArray> edited = writeConfig(text, other);
    require(bool(edited), "A change can be written.");
    require(fresh(readConfig(*edited).config) == fresh(other), "What is written means the change.");

    const QByteArray exported = exportedConfig(config, {});
    require(!exported.isEmpty() && readConfig(exported).valid(), "An export is a configuration.");
}

void requireEdits(const QByteArray &text, const Config &config)
{
    Client client;
    client.name = u"a client that nobody has"_s;
    client.keyHash = "sha256:" + QByteArray(64, 'f');
    const Result<QByteArray> added = withClient(text, client);
    require(bool(added), "A client can be added.");
    Config wanted = config;
    wanted.clients.append(client);
    require(fresh(readConfig(*added).config) == fresh(wanted), "It is there, and all else as it was.");

    for (qsizetype i = 0; i < std::min<qsizetype>(config.providers.size(), 2); ++i) {
        const QString id = config.providers[i].id;
        const Result<QByteArray> keyed = withApiKey(text, id, 0, u"${FUZZ_KEY}"_s);
        require(bool(keyed), "A key can be named.");
        const QStringList keys = readConfig(*keyed).config.providers[i].apiKeys;
        require(!keys.isEmpty() && keys.first() == u"${FUZZ_KEY}", "It is the one that was named.");
        require(bool(withoutApiKey(*keyed, id, 0)), "It can be taken out.");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const auto body = input.body();
    const QByteArray text(body.get(), input.size());
    const ConfigReading reading = readConfig(text);
    requireProblems(text, reading);
    if (!reading.valid())
        return 0;
    requireWritten(text, reading.config);
    requireEdits(text, reading.config);
    if (reading.problems.isEmpty() && text.size() < 4096 && !text.startsWith("\xef\xbb\xbf"))
        requireNoticed(text, parseJsonText(text).root, {});
    return 0;
}
