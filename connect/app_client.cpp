// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/app_client.h"

#include "connect/access.h"
#include "gateway/base/key_shapes.h"
#include "gateway/credentials/client_key.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

auto clientNamed(QList<Client> &clients, const QString &name)
{
    return std::find_if(clients.begin(), clients.end(),
                        [&](const Client &client) { return client.name == name; });
}

//! A value is replaced where its name says that it is secret, whatever form it has. Our own placeholder is
//! none.
QString withoutNamedSecrets(const QString &text)
{
    static const QRegularExpression named(u"(?:token|secret|password|api[_-]?key)[\"']?[ \\t]*[:=][ \\t]*"
                                          "(\"(?:[^\"\\\\\\n]|\\\\.)*\"|'[^'\\n]*'|[^\\s\"'{}\\[\\],#]+)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QString shown;
    qsizetype from = 0;
    for (auto it = named.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString value = match.captured(1);
        const bool isQuoted = value.startsWith(u'"') || value.startsWith(u'\'');
        const qsizetype quote = isQuoted ? 1 : 0;
        const QString inner = value.mid(quote, value.size() - 2 * quote);
        if (inner.isEmpty() || inner == keyOrPlaceholder({}))
            continue;
        shown += QStringView(text).mid(from, match.capturedStart(1) + quote - from) + u"…"_s;
        from = match.capturedEnd(1) - quote;
    }
    return shown + QStringView(text).mid(from);
}

} // namespace

bool isClientOf(const QString &appName, const QString &client)
{
    return client == appName || client.startsWith(appName + u' ');
}

QString giveClient(QList<Client> &clients, const QString &appName, const QString &had, const QString &key)
{
    const QByteArray hash = clientKeyHash(key.toLatin1());
    if (const auto it = clientNamed(clients, had); isClientOf(appName, had) && it != clients.end()) {
        it->keyHash = hash;
        return had;
    }
    QString name = appName;
    for (int i = 2; clientNamed(clients, name) != clients.end(); ++i)
        name = u"%1 %2"_s.arg(appName).arg(i);
    Client client;
    client.name = name;
    client.keyHash = hash;
    clients.append(client);
    return name;
}

QString clientWithKey(const QList<Client> &clients, const QString &key)
{
    const QByteArray hash = clientKeyHash(key.toLatin1());
    const auto it = std::find_if(clients.cbegin(), clients.cend(),
                                 [&](const Client &client) { return client.keyHash == hash; });
    return key.isEmpty() || it == clients.cend() ? QString() : it->name;
}

bool takeClient(QList<Client> &clients, const QString &appName, const QString &name)
{
    return isClientOf(appName, name) &&
           clients.removeIf([&](const Client &client) { return client.name == name; }) > 0;
}

QString withoutKeys(QString text, const QString &key)
{
    // Ours have a form of their own: also one from an earlier set-up, or in a backup.
    static const QRegularExpression clientKey(u"gh-[0-9a-f]{64}"_s);
    if (!key.isEmpty())
        text.replace(key, u"…"_s);
    QByteArray bytes = withoutNamedSecrets(text.replace(clientKey, u"…"_s)).toUtf8();
    const QList<TextSpan> keys = findKeyShapes(bytes);
    for (qsizetype i = keys.size(); i-- > 0;)
        bytes.replace(keys[i].begin, keys[i].end - keys[i].begin, "…");
    return QString::fromUtf8(bytes);
}

QString firstModel(const Config &config)
{
    if (!config.defaultModel.isEmpty())
        return config.defaultModel;
    if (!config.routes.isEmpty())
        return config.routes.first().model;
    for (const Provider &provider : config.providers) {
        for (const ModelEntry &model : provider.models) {
            if (provider.enabled && !model.id.contains(u'*'))
                return model.alias.isEmpty() ? model.id : model.alias;
        }
    }
    return {};
}

} // namespace gatehouse
