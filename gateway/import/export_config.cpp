// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/export_config.h"

#include "gateway/config/config_write.h"
#include "gateway/config/key_reference.h"
#include "gateway/config/without_secrets.h"
#include "gateway/import/import_text.h"
#include "gateway/import/provider_draft.h"
#include "gateway/import/secret_places.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

void takeOut(Provider &provider, QStringList &taken)
{
    QStringList keys;
    for (qsizetype i = 0; i < provider.apiKeys.size(); ++i) {
        if (readKeyReference(provider.apiKeys[i]).kind != KeyReference::Invalid) {
            keys.append(provider.apiKeys[i]);
            continue;
        }
        taken.append(ImportText::tr("A key of the provider \"%1\" that stood in the file.").arg(provider.id));
        if (const QString reference = referenceFor(provider, int(i)); !reference.isEmpty())
            keys.append(reference);
    }
    provider.apiKeys = keys;
    QList<ExtraHeader> headers;
    for (const ExtraHeader &header : std::as_const(provider.headers)) {
        if (!mayHoldSecret(header))
            headers.append(header);
        else
            taken.append(ImportText::tr("The header %1 of the provider \"%2\", which may hold a secret.")
                             .arg(withoutKeyShapes(QString::fromUtf8(header.name)), provider.id));
    }
    provider.headers = headers;
    if (const QString plain = withoutCredentials(provider.baseUrl); plain != provider.baseUrl) {
        provider.baseUrl = plain;
        taken.append(ImportText::tr("Credentials in the address of the provider \"%1\".").arg(provider.id));
    }
    if (const QString plain = withoutCredentials(provider.proxy); plain != provider.proxy) {
        provider.proxy = plain;
        taken.append(ImportText::tr("Credentials in the proxy of the provider \"%1\".").arg(provider.id));
    }
}

Config safe(Config config, QStringList &taken)
{
    for (Provider &provider : config.providers)
        takeOut(provider, taken);
    if (!config.alerts.webhookUrl.isEmpty()) {
        config.alerts.webhookUrl.clear();
        taken.append(ImportText::tr("The address that alerts are sent to, which is a secret by itself."));
    }
    return config;
}

} // namespace

QByteArray exportedConfig(const Config &config, const ExportOptions &options)
{
    QStringList taken;
    Config leaving = safe(config, taken);
    if (!options.clients)
        leaving.clients.clear();
    const Result<QByteArray> text = writeConfig({}, leaving);
    return text ? withoutSecrets(*text) : QByteArray();
}

QStringList takenOutOfExport(const Config &config)
{
    QStringList taken;
    safe(config, taken);
    return taken;
}

} // namespace gatehouse
