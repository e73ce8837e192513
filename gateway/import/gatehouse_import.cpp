// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/gatehouse_import.h"

#include "gateway/config/config_json.h"
#include "gateway/config/config_text.h"
#include "gateway/config/key_reference.h"
#include "gateway/credentials/env_file.h"
#include "gateway/import/import_text.h"
#include "gateway/import/provider_draft.h"
#include "gateway/import/secret_places.h"
#include "gateway/import/unusable_providers.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whether \a key was meant to refer to a key: then it holds none, and the check says what is wrong with it.
bool isMeantAsReference(const QString &key)
{
    return key.startsWith(u'$') || key.startsWith("keychain:"_L1);
}

void takeOutKeys(Imported &imported, Provider &provider, const QString &path)
{
    const QStringList keys = std::exchange(provider.apiKeys, {});
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const bool kept =
            isMeantAsReference(keys[i]) && readKeyReference(keys[i]).kind != KeyReference::Invalid;
        if (kept)
            provider.apiKeys.append(keys[i]);
        else if (isMeantAsReference(keys[i]))
            imported.leave(ImportText::tr("%1: is neither ${NAME} nor keychain:provider@host.")
                               .arg(path + u"/apiKey"_s));
        else
            addKey(imported, provider, keys[i], {}, path + u"/apiKey"_s);
    }
}

void takeOutSecrets(Imported &imported, Provider &provider, const QString &path)
{
    provider.baseUrl = plainUrl(imported, provider.baseUrl, path + u"/baseUrl"_s);
    provider.proxy = plainUrl(imported, provider.proxy, path + u"/proxy"_s);
    takeOutKeys(imported, provider, path);
    for (const ExtraHeader &header : std::exchange(provider.headers, {})) {
        if (header.value.contains("${")) { // sent as it stands, as the check warns
            provider.headers.append(header);
            continue;
        }
        addHeader(imported, provider, header,
                  path + u"/headers/"_s + withoutKeyShapes(QString::fromUtf8(header.name)));
    }
}

} // namespace

Result<Imported> readGatehouseConfig(QByteArrayView text)
{
    ConfigReading reading = readConfig(text);
    const QList<Problem> ofValues = check(reading.config);
    Imported imported;
    for (const Problem &problem : std::as_const(reading.problems)) {
        if (ofValues.contains(problem))
            continue;
        if (!problem.warning)
            return configRefused(problem.path + u": "_s + problem.message);
        imported.leave(problem.path + u": "_s + problem.message);
    }
    imported.config = std::move(reading.config);
    QStringList places;
    for (qsizetype i = 0; i < imported.config.providers.size(); ++i) {
        places.append(u"/providers/%1"_s.arg(i));
        takeOutSecrets(imported, imported.config.providers[i], places.last());
    }
    leaveUnusable(imported, places);
    if (QString &receiver = imported.config.alerts.webhookUrl; receiver.contains(u'@'))
        receiver = plainUrl(imported, receiver, u"/alerts/webhookUrl"_s);
    return imported;
}

} // namespace gatehouse
