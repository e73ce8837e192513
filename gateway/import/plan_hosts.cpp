// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/base_url.h"
#include "gateway/config/key_reference.h"
#include "gateway/import/import_text.h"
#include "gateway/import/plan_changes.h"
#include "gateway/import/secret_places.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! The place that \a url leads to; the scheme only where it is not https.
QString placeOf(const QString &url)
{
    const QString host = withoutKeyShapes(hostAndPort(url));
    return QUrl(url).scheme() == "http"_L1 ? "http://"_L1 + host : host;
}

//! The references whose keys \a provider sends to its host: stored ones go to their own host only.
QStringList keysSentBy(const Provider &provider)
{
    QStringList sent;
    for (const QString &key : provider.apiKeys) {
        const KeyReference reference = readKeyReference(key);
        const bool stays =
            reference.kind == KeyReference::Keychain && reference.host != hostAndPort(provider.baseUrl);
        if (!stays && reference.kind != KeyReference::Invalid)
            sent.append(key);
    }
    return sent;
}

bool isCalled(const Config &now, const QString &place)
{
    return std::any_of(now.providers.cbegin(), now.providers.cend(),
                       [&](const Provider &provider) { return placeOf(provider.baseUrl) == place; });
}

//! Whether \a key goes to \a place already.
bool isSent(const Config &now, const QString &key, const QString &place)
{
    return std::any_of(now.providers.cbegin(), now.providers.cend(), [&](const Provider &provider) {
        return placeOf(provider.baseUrl) == place && keysSentBy(provider).contains(key);
    });
}

//! Collects the places, each once.
class HostList final
{
public:
    HostList(const Config &now, const QList<ImportedKey> &keys)
        : m_now(now)
        , m_keys(keys)
    {
    }

    void addProvider(const Provider &provider)
    {
        const QString place = placeOf(provider.baseUrl);
        if (hostAndPort(provider.baseUrl).isEmpty())
            return;
        const QStringList sent = keysSentBy(provider);
        QStringList newly;
        for (const QString &key : sent) {
            const auto isImported = [&](const ImportedKey &one) {
                return one.provider == provider.id && one.reference == key;
            };
            const auto with = std::find_if(m_keys.cbegin(), m_keys.cend(), isImported);
            if (with != m_keys.cend() && !with->origin.isEmpty())
                newly.append(ImportText::tr("%1 (the value of %2)", "key, variable").arg(key, with->origin));
            else if (with != m_keys.cend() || !isSent(m_now, key, place))
                newly.append(key);
        }
        if (!isCalled(m_now, place) || !newly.isEmpty())
            add(place, isCalled(m_now, place), detailOf(provider, newly), !newly.isEmpty());
        addProxy(provider, !sent.isEmpty());
    }

    void addReceiver(const QString &url)
    {
        if (!url.isEmpty() && url != m_now.alerts.webhookUrl)
            add(placeOf(url), placeOf(m_now.alerts.webhookUrl) == placeOf(url),
                ImportText::tr("is told of alerts"), false);
    }

    QList<ImportChange> take()
    {
        std::stable_partition(m_hosts.begin(), m_hosts.end(),
                              [](const ImportChange &host) { return host.keyGoesThere; });
        return std::move(m_hosts);
    }

private:
    static QString detailOf(const Provider &provider, const QStringList &newly)
    {
        const QString whose = ImportText::tr("called by the provider \"%1\"").arg(provider.id);
        return newly.isEmpty() ? whose
                               : ImportText::tr("%1, with the key %2").arg(whose, newly.join(u", "_s));
    }

    void addProxy(const Provider &provider, bool hasKeys)
    {
        const auto isSame = [&](const Provider &other) { return other.proxy == provider.proxy; };
        const bool isPlace = provider.proxy.contains("://"_L1);
        const auto before = std::find_if(m_now.providers.cbegin(), m_now.providers.cend(),
                                         [&](const Provider &other) { return other.id == provider.id; });
        const bool isSameProvider = before != m_now.providers.cend() && before->proxy == provider.proxy;
        if (!isPlace || isSameProvider)
            return;
        const bool isUsed = std::any_of(m_now.providers.cbegin(), m_now.providers.cend(), isSame);
        const QUrl url(provider.proxy);
        const int port = url.port();
        add(withoutKeyShapes(port < 0 ? url.host() : url.host() + u':' + QString::number(port)), isUsed,
            ImportText::tr("proxy of the provider \"%1\"").arg(provider.id), hasKeys);
    }

    void add(const QString &place, bool isKnown, const QString &detail, bool keyGoesThere)
    {
        const auto same = std::find_if(m_hosts.begin(), m_hosts.end(),
                                       [&](const ImportChange &host) { return host.name == place; });
        if (same == m_hosts.end()) {
            m_hosts.append({isKnown ? ImportChange::Changed : ImportChange::Added, ImportChange::Host, place,
                            detail, keyGoesThere});
            return;
        }
        same->detail += u"; "_s + detail;
        same->keyGoesThere |= keyGoesThere;
    }

    const Config &m_now;
    const QList<ImportedKey> &m_keys;
    QList<ImportChange> m_hosts;
};

} // namespace

QList<ImportChange> hostChanges(const Config &now, const Config &after, const QList<ImportedKey> &keys)
{
    HostList hosts(now, keys);
    for (const Provider &provider : after.providers)
        hosts.addProvider(provider);
    hosts.addReceiver(after.alerts.webhookUrl);
    return hosts.take();
}

} // namespace gatehouse
