// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/read_import.h"

#include "gateway/config/config_text.h"
#include "gateway/config/json_text.h"
#include "gateway/import/gatehouse_import.h"
#include "gateway/import/import_text.h"
#include "gateway/import/litellm_import.h"
#include "gateway/import/node_import.h"
#include "gateway/import/secret_places.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qint64 largestFile = 8 * 1024 * 1024;
constexpr qint64 largestEnvironment = 1024 * 1024;

//! Whether \a text is JSON, and not the YAML that may begin with a brace too.
bool looksLikeJson(QByteArrayView text)
{
    const QByteArrayView rest = text.trimmed();
    return rest.startsWith('{') || rest.startsWith("//") || rest.startsWith("/*");
}

//! Whether \a root is the Node gateway's rather than ours: it has no version, and its providers none of the
//! names that tell ours apart.
bool isNodeGateway(const boost::json::object &root)
{
    const boost::json::value *value = root.if_contains("providers");
    const boost::json::array *providers = value ? value->if_array() : nullptr;
    if (!providers || root.contains("version"))
        return false;
    return std::none_of(providers->begin(), providers->end(), [](const boost::json::value &provider) {
        const boost::json::object *object = provider.if_object();
        return object &&
               (object->contains("id") || object->contains("preset") || object->contains("dialect"));
    });
}

//! Whether \a root has any field that a config.json of ours can have.
bool hasOurs(const boost::json::object &root)
{
    constexpr const char *names[] = {"version",  "listener", "clients", "providers", "routes", "defaultModel",
                                     "cooldown", "health",   "usage",   "budget",    "alerts"};
    return std::any_of(std::begin(names), std::end(names),
                       [&](const char *name) { return root.contains(name); });
}

Result<Imported> readAny(QByteArrayView text, const Environment &environment)
{
    if (!looksLikeJson(text))
        return readLiteLlm(text, environment);
    const JsonText json = parseJsonText(text);
    if (json.value.is_object()) {
        const boost::json::object &root = json.value.get_object();
        if (root.contains("model_list"))
            return readLiteLlm(text, environment);
        if (isNodeGateway(root)) {
            if (!json.problems.isEmpty())
                return configRefused(json.problems.front().path + u": "_s + json.problems.front().message);
            return readNodeGateway(json.value, environment);
        }
        if (json.problems.isEmpty() && !hasOurs(root))
            return unknownFormat();
    }
    return readGatehouseConfig(text);
}

//! At most \a most bytes of the regular file \a path: a pipe would be waited for, a device never end.
Result<QByteArray> readSmallFile(const QString &path, qint64 most)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return configRefused(ImportText::tr("%1 is no file.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return configRefused(ImportText::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    const QByteArray text = file.read(most + 1);
    if (text.size() > most)
        return configRefused(ImportText::tr("%1 is too large.").arg(path));
    return text;
}

//! \a text with the variables of the file \a place. Whose values become keys is said: the file that is
//! imported could name any variable.
Result<Imported> readWith(QByteArrayView text, const QString &place)
{
    Environment environment;
    if (const Result<QByteArray> variables = readSmallFile(place, largestEnvironment))
        environment.readFile(*variables);
    Result<Imported> imported = readImport(text, environment);
    if (!imported)
        return imported;
    for (ImportedKey &key : imported->keys) {
        if (!key.origin.isEmpty())
            key.origin = ImportText::tr("%1 in %2", "variable, file").arg(key.origin, place);
    }
    return imported;
}

} // namespace

Result<Imported> readImport(QByteArrayView text, const Environment &environment)
{
    if (text.size() > largestFile)
        return configRefused(ImportText::tr("The file is larger than 8 MiB."));
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    if (text.trimmed().isEmpty())
        return configRefused(ImportText::tr("The file is empty."));
    Result<Imported> imported = readAny(text, environment);
    if (!imported) {
        Error error = imported.error();
        error.message = withoutKeyShapes(error.message);
        return error;
    }
    if (imported->unsaid > 0)
        imported->left.append(
            ImportText::tr("And more that could not be carried: %1.").arg(imported->unsaid));
    return imported;
}

Result<Imported> readImportFile(const QString &path)
{
    const Result<QByteArray> text = readSmallFile(path, largestFile);
    if (!text)
        return text.error();
    const QFileInfo folder(QFileInfo(path).absolutePath());
    const QString beside = folder.filePath() + u"/.env"_s;
    if (QFileInfo(beside).isFile())
        return readWith(*text, beside);
    Result<Imported> imported = readImport(*text, {});
    const QString above = folder.path() + u"/.env"_s;
    const bool isNodes = imported && imported->format == ImportFormat::NodeGateway &&
                         folder.fileName() == "config"_L1 && QFileInfo(above).isFile();
    return isNodes ? readWith(*text, above) : imported;
}

} // namespace gatehouse
