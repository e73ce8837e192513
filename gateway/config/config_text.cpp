// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_text.h"
#include "gateway/config/words.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";
constexpr QByteArrayView emptyConfig = "{\n  \"version\": 1\n}\n";

} // namespace

QByteArray ConfigText::toFile(const QByteArray &changed) const
{
    return isMarked ? QByteArray(byteOrderMark.toByteArray() + changed) : changed;
}

Result<ConfigText> openConfigText(QByteArrayView json)
{
    ConfigText config;
    config.isMarked = json.startsWith(byteOrderMark);
    if (config.isMarked)
        json = json.sliced(byteOrderMark.size());
    config.text = json.trimmed().isEmpty() ? emptyConfig.toByteArray() : json.toByteArray();
    JsonText parsed = parseJsonText(config.text);
    if (!parsed.problems.isEmpty()) {
        const Problem &first = parsed.problems.front();
        return configRefused(ConfigWords::tr("the configuration cannot be changed before it is mended: %1 %2")
                                 .arg(first.path, first.message));
    }
    if (parsed.root.kind != JsonNode::Object)
        return configRefused(ConfigWords::tr("the configuration is not an object"));
    config.root = std::move(parsed.root);
    return config;
}

Error configRefused(const QString &message)
{
    return {400, "invalid_request_error", "invalid_config", message};
}

} // namespace gatehouse
