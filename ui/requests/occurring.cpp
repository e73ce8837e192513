// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/occurring.h"

#include "ui/requests/record_text.h"
#include "ui/requests/requests_model.h"

#include <QHash>

#include <algorithm>

namespace gatehouse {
namespace {

constexpr qsizetype most = 200;

template<typename Key>
QStringList frequent(const QHash<Key, int> &counts, QString (*name)(const Key &))
{
    QList<std::pair<int, QString>> values;
    values.reserve(counts.size());
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        values.append({-it.value(), name(it.key())});
    const qsizetype kept = std::min(most, values.size());
    std::partial_sort(values.begin(), values.begin() + kept, values.end());
    QStringList names;
    for (const auto &[count, value] : values.first(kept))
        names.append(value);
    names.sort(Qt::CaseInsensitive);
    return names;
}

} // namespace

QStringList occurringProviders(const RequestsModel &model)
{
    QHash<QString, int> counts;
    for (int row = 0; row < model.rowCount(); ++row)
        ++counts[model.record(row).provider];
    return frequent<QString>(counts, [](const QString &id) { return id; });
}

QStringList occurringModels(const RequestsModel &model)
{
    QHash<QByteArray, int> counts;
    for (int row = 0; row < model.rowCount(); ++row) {
        const UsageRecord &record = model.record(row);
        if (!record.model.isEmpty())
            ++counts[record.model];
        if (!record.upstreamModel.isEmpty() && record.upstreamModel != record.model)
            ++counts[record.upstreamModel];
    }
    return frequent<QByteArray>(counts, [](const QByteArray &name) { return QString::fromUtf8(name); });
}

QStringList occurringCallers(const RequestsModel &model)
{
    QHash<QString, int> counts;
    for (int row = 0; row < model.rowCount(); ++row)
        ++counts[callerOf(model.record(row))];
    return frequent<QString>(counts, [](const QString &name) { return name; });
}

} // namespace gatehouse
