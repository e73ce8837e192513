// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/requests_filter.h"

#include "ui/requests/record_text.h"
#include "ui/requests/requests_model.h"

namespace gatehouse {
namespace {

bool holds(const QString &text, const UsageRecord &record)
{
    const auto in = [&](const QString &where) { return where.contains(text, Qt::CaseInsensitive); };
    return in(QString::fromUtf8(record.requestId)) || in(QString::fromUtf8(record.path)) ||
           in(QString::fromUtf8(record.errorCode)) || in(record.message) ||
           in(QString::fromUtf8(record.model)) || in(QString::fromUtf8(record.upstreamModel));
}

} // namespace

bool matches(const RequestsFilter &filter, const UsageRecord &record)
{
    if (filter.provider && *filter.provider != record.provider)
        return false;
    if (filter.caller && *filter.caller != callerOf(record))
        return false;
    if (filter.outcome && *filter.outcome != outcomeOf(record))
        return false;
    if (filter.model) {
        const QByteArray model = filter.model->toUtf8();
        if (model != record.model && model != record.upstreamModel)
            return false;
    }
    return filter.text.isEmpty() || holds(filter.text, record);
}

RequestsProxy::RequestsProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(RequestsModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void RequestsProxy::setFilter(const RequestsFilter &filter)
{
    m_filter = filter;
    invalidateFilter();
}

bool RequestsProxy::filterAcceptsRow(int row, const QModelIndex &) const
{
    return matches(m_filter, static_cast<const RequestsModel *>(sourceModel())->record(row));
}

} // namespace gatehouse
