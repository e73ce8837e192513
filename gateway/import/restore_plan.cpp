// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/restore_plan.h"

#include "gateway/config/config_check.h"
#include "gateway/import/plan_changes.h"
#include "gateway/import/secret_places.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QString asText(const QString &text)
{
    return text;
}

QString asText(const QStringList &texts)
{
    return texts.isEmpty() ? u"–"_s : texts.join(u", "_s);
}

QString asText(qint64 number)
{
    return QString::number(number);
}

//! No import changes these.
QList<ImportChange> listenerChanges(const Listener &now, const Listener &kept)
{
    QList<ImportChange> changes;
    const auto compare = [&](const auto &before, const auto &after, const QString &path) {
        if (before != after)
            changes.append({ImportChange::Changed, ImportChange::Setting, path,
                            u"%1 → %2"_s.arg(asText(before), asText(after))});
    };
    compare(now.host, kept.host, u"/listener/host"_s);
    compare(now.port, kept.port, u"/listener/port"_s);
    compare(now.allowedHosts, kept.allowedHosts, u"/listener/allowedHosts"_s);
    compare(now.allowedOrigins, kept.allowedOrigins, u"/listener/allowedOrigins"_s);
    compare(now.maxBodyBytes, kept.maxBodyBytes, u"/listener/maxBodyBytes"_s);
    compare(now.maxConnections, kept.maxConnections, u"/listener/maxConnections"_s);
    return changes;
}

} // namespace

ImportPlan planRestore(const Config &now, const Config &kept)
{
    ImportPlan plan;
    plan.result = kept;
    plan.changes = hostChanges(now, kept, {}) + contentChanges(now, kept, {}) +
                   listenerChanges(now.listener, kept.listener);
    for (ImportChange &change : plan.changes) {
        change.name = withoutKeyShapes(change.name);
        change.detail = withoutKeyShapes(change.detail);
    }
    plan.problems = check(kept);
    return plan;
}

} // namespace gatehouse
