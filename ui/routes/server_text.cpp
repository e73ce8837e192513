// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/routes/server_text.h"
#include "ui/listed.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct ServerTextWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ServerText)
};

QString oneServer(const ServingProvider &server, Policy policy, qint64 shares, const QString &asked)
{
    QStringList notes;
    if (!server.model.isEmpty() && server.model != asked)
        notes.append(server.model);
    if (!server.enabled)
        notes.append(ServerTextWords::tr("switched off"));
    else if (policy == Policy::Weighted && server.weight == 0)
        notes.append(ServerTextWords::tr("only if all others fail"));
    else if (policy == Policy::Weighted && shares > 0)
        notes.append(ServerTextWords::tr("%1 %").arg(qRound(100.0 * server.weight / double(shares))));
    return notes.isEmpty() ? server.name : ServerTextWords::tr("%1 (%2)").arg(server.name, listed(notes));
}

} // namespace

QString serverText(const QList<ServingProvider> &servers, Policy policy, const QString &asked)
{
    qint64 shares = 0;
    for (const ServingProvider &server : servers)
        shares += server.enabled ? server.weight : 0;
    QStringList texts;
    for (const ServingProvider &server : servers)
        texts.append(oneServer(server, policy, shares, asked));
    const QString text = policy == Policy::Priority ? texts.join(u" → "_s) : listed(texts);
    const bool served = std::any_of(servers.cbegin(), servers.cend(),
                                    [](const ServingProvider &server) { return server.enabled; });
    if (!served)
        return texts.isEmpty() ? ServerTextWords::tr("Nobody")
                               : ServerTextWords::tr("Nobody now: %1").arg(text);
    return policy == Policy::Fastest && servers.size() > 1
               ? ServerTextWords::tr("The fastest of: %1").arg(text)
               : text;
}

QString policyName(Policy policy)
{
    switch (policy) {
    case Policy::Weighted:
        return ServerTextWords::tr("By weight");
    case Policy::Fastest:
        return ServerTextWords::tr("Fastest first");
    case Policy::Priority:
        break;
    }
    return ServerTextWords::tr("In order");
}

QString policyMeaning(Policy policy)
{
    switch (policy) {
    case Policy::Weighted:
        return ServerTextWords::tr(
            "Requests are shared out by weight; a target of weight 0 serves only when all others "
            "fail.");
    case Policy::Fastest:
        return ServerTextWords::tr(
            "The target that has answered fastest of late is asked first, the others when it "
            "fails.");
    case Policy::Priority:
        break;
    }
    return ServerTextWords::tr("The first target is asked; the next one only when it fails.");
}

} // namespace gatehouse
