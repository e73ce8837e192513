// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/checks.h"
#include "gateway/config/words.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr QByteArrayView hashPrefix = "sha256:";
constexpr qsizetype digestDigits = 64;
constexpr qint64 mostTokens = 1'000'000'000'000; // in a minute

bool isKeyHash(QByteArrayView text)
{
    if (text.size() != hashPrefix.size() + digestDigits || !text.startsWith(hashPrefix))
        return false;
    const QByteArrayView digits = text.sliced(hashPrefix.size());
    return std::all_of(digits.begin(), digits.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

void checkClient(const Client &client, Findings findings)
{
    if (!isPlain(client.name))
        findings.error(u"name"_s,
                       ConfigWords::tr("must be at most 256 characters, none of them a control character"));
    if (!isKeyHash(client.keyHash))
        findings.error(
            u"keyHash"_s,
            ConfigWords::tr("must be `sha256:` and 64 lower-case hex digits: `gatehoused client add NAME` "
                            "makes a key and writes its hash here"));
    if (client.models.isEmpty())
        findings.warning(u"models"_s, ConfigWords::tr("is empty: this client may ask for nothing"));
    for (qsizetype i = 0; i < client.models.size(); ++i) {
        if (client.models[i].isEmpty() || !isPlain(client.models[i]))
            findings.error(u"models/%1"_s.arg(i), ConfigWords::tr("must be a model name or a pattern"));
    }
    checkLimits(client.limits, findings.below(u"limits"_s));
    checkBudget(client.budget, findings.below(u"budget"_s));
}

} // namespace

void checkClients(const QList<Client> &clients, Findings findings)
{
    QSet<QString> names;
    QSet<QByteArray> hashes;
    for (qsizetype i = 0; i < clients.size(); ++i) {
        Findings here = findings.below(QString::number(i));
        const Client &client = clients[i];
        checkClient(client, here);
        if (client.name.isEmpty())
            here.error(u"name"_s, ConfigWords::tr("is missing"));
        else if (names.contains(client.name))
            here.error(u"name"_s, ConfigWords::tr("belongs to another client already"));
        if (hashes.contains(client.keyHash) && !client.keyHash.isEmpty())
            here.error(u"keyHash"_s,
                       ConfigWords::tr("belongs to another client already: each needs a key of its own"));
        names.insert(client.name);
        hashes.insert(client.keyHash);
    }
}

void checkLimits(const Limits &limits, Findings findings)
{
    if (limits.requestsPerMinute < 0)
        findings.error(u"requestsPerMinute"_s, ConfigWords::tr("must not be negative"));
    if (limits.tokensPerMinute < 0 || limits.tokensPerMinute > mostTokens)
        findings.error(u"tokensPerMinute"_s, ConfigWords::tr("must be from 0 to %1").arg(mostTokens));
    if (limits.concurrent < 0)
        findings.error(u"concurrent"_s, ConfigWords::tr("must not be negative"));
}

} // namespace gatehouse
