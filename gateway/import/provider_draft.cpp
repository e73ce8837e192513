// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/provider_draft.h"

#include "gateway/config/base_url.h"
#include "gateway/config/checks.h"
#include "gateway/config/key_reference.h"
#include "gateway/credentials/env_file.h"
#include "gateway/import/import_text.h"
#include "gateway/import/secret_places.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype longestId = 64;
constexpr qsizetype longestSuffix = 6;

bool isTaken(const QString &id, const QList<Provider> &taken)
{
    return std::any_of(taken.cbegin(), taken.cend(), [&](const Provider &one) { return one.id == id; });
}

QString pathOf(const QString &url)
{
    QString path = QUrl(url).path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

//! Where a person who wrote down the whole address of an endpoint meant its base.
QString withoutEndpoint(QString url)
{
    while (url.endsWith(u'/'))
        url.chop(1);
    for (const auto &endpoint :
         {"/chat/completions"_L1, "/v1/messages"_L1, "/completions"_L1, "/embeddings"_L1, "/responses"_L1}) {
        if (url.endsWith(endpoint)) {
            url.chop(endpoint.size());
            break;
        }
    }
    return url;
}

//! The preset whose host, and of several on one host whose longest path, \a url has; or null.
const Preset *presetOf(const QString &url)
{
    const QString path = pathOf(url);
    const Preset *best = nullptr;
    qsizetype bestLength = -1;
    for (const Preset &preset : presets()) {
        if (preset.local || !isSameOrigin(url, preset.provider.baseUrl))
            continue;
        const QString own = pathOf(preset.provider.baseUrl);
        const qsizetype length = path.startsWith(own) ? own.size() : 0;
        if (length > bestLength) {
            best = &preset;
            bestLength = length;
        }
    }
    return best;
}

//! A key as it can stand in a header line; empty if \a text is none.
QByteArray keyOf(const QString &text)
{
    QByteArray key = text.toUtf8().trimmed();
    if (key.toLower().startsWith("bearer "))
        key = key.sliced(7).trimmed();
    const bool fits = std::all_of(key.cbegin(), key.cend(), [](char c) { return c > ' ' && c < '\x7f'; });
    return fits ? key : QByteArray();
}

} // namespace

QString providerIdFor(const QString &name, const QList<Provider> &taken)
{
    QString id;
    const QString lower = name.toLower();
    for (const QChar c : lower) {
        const bool fits = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_';
        if (fits)
            id += c;
        else if (!id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    id.truncate(longestId - longestSuffix);
    while (id.endsWith(u'-'))
        id.chop(1);
    if (!isProviderId(id))
        id = u"provider"_s;
    QString free = id;
    for (int number = 2; isTaken(free, taken); ++number)
        free = id + u'-' + QString::number(number);
    return free;
}

void adoptPreset(Provider &provider, const Preset &preset)
{
    provider.preset = preset.provider.id;
    provider.dialect = preset.provider.dialect;
    provider.auth = authHeaderFor(provider.dialect);
    provider.nativeResponses = preset.provider.nativeResponses;
    provider.streamUsage = preset.provider.streamUsage;
}

void adoptService(Provider &provider)
{
    provider.baseUrl = withoutEndpoint(provider.baseUrl);
    const Preset *preset = presetOf(provider.baseUrl);
    if (!preset)
        return;
    adoptPreset(provider, *preset);
    if (provider.dialect == Dialect::Anthropic || provider.dialect == Dialect::Gemini) {
        provider.baseUrl = preset->provider.baseUrl;
    } else if (provider.dialect == Dialect::AzureOpenAi) {
        QUrl url(provider.baseUrl);
        url.setPath(u"/openai/v1"_s);
        provider.baseUrl = url.toString();
    }
}

QString referenceFor(const Provider &provider, int index)
{
    const QString number = index == 0 ? QString() : u'/' + QString::number(index + 1);
    const QString reference = "keychain:"_L1 + provider.id + number + u'@' + hostAndPort(provider.baseUrl);
    return readKeyReference(reference).kind == KeyReference::Keychain ? reference : QString();
}

void addKey(Imported &imported, Provider &provider, const QString &value, const Environment &environment,
            const QString &place)
{
    const QString text = value.trimmed();
    if (text.isEmpty())
        return;
    const KeyReference reference = readKeyReference(text);
    if (reference.kind == KeyReference::Keychain) {
        provider.apiKeys.append(text);
        return;
    }
    const bool variable = reference.kind == KeyReference::Variable;
    if (!variable && text.contains("${"_L1)) {
        imported.leave(ImportText::tr("%1: a variable within a longer text; set the key of \"%2\" yourself.")
                           .arg(place, provider.id));
        return;
    }
    const QByteArray known = variable ? environment.value(reference.name) : QByteArray();
    if (variable && known.isEmpty()) {
        provider.apiKeys.append(text);
        imported.miss(reference.name, place);
        return;
    }
    const QByteArray key = keyOf(variable ? QString::fromUtf8(known) : text);
    const QString entry = referenceFor(provider, int(provider.apiKeys.size()));
    if (key.isEmpty() || entry.isEmpty()) {
        imported.leave(
            key.isEmpty()
                ? ImportText::tr("%1: holds characters that no key has; set the key of \"%2\" yourself.")
                      .arg(place, provider.id)
                : ImportText::tr("%1: the provider has no address that a key could be bound to.").arg(place));
        return;
    }
    imported.keys.append(
        {provider.id, int(provider.apiKeys.size()), entry, key, variable ? reference.name : QString()});
    provider.apiKeys.append(entry);
}

void addHeader(Imported &imported, Provider &provider, const ExtraHeader &header, const QString &place)
{
    if (mayHoldSecret(header)) {
        imported.leave(
            ImportText::tr("%1: may hold a secret, whose place is the provider's key.").arg(place));
        return;
    }
    if (header.value.contains("${")) {
        imported.leave(ImportText::tr("%1: refers to a variable, which only a key can.").arg(place));
        return;
    }
    QList<Problem> problems;
    checkHeaders(provider.headers + QList<ExtraHeader>{header}, {problems, {}});
    if (problems.isEmpty())
        provider.headers.append(header);
    else
        imported.leave(place + u": "_s + problems.front().message);
}

QString plainUrl(Imported &imported, const QString &url, const QString &place)
{
    const QString plain = withoutCredentials(url);
    if (plain != url)
        imported.leave(
            ImportText::tr("%1: held a user name, a password or a query, which were left out.").arg(place));
    return plain;
}

} // namespace gatehouse
