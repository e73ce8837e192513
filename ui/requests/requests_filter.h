// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requests/outcome.h"

#include <QSortFilterProxyModel>

namespace gatehouse {

//! Which requests are meant: all, but where something is given.
struct RequestsFilter
{
    std::optional<QString> provider = {}; //!< empty: none was chosen
    std::optional<QString> model = {};    //!< as asked, or the provider's name for it
    std::optional<QString> caller = {};   //!< client or program; empty: neither is known
    std::optional<Outcome> outcome = {};
    QString text = {}; //!< in the id, the path, the error code, the message or the model

    bool operator==(const RequestsFilter &) const = default;
};

bool matches(const RequestsFilter &filter, const UsageRecord &record);

//! The rows of a RequestsModel that match.
class RequestsProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit RequestsProxy(QObject *parent = nullptr);

    void setFilter(const RequestsFilter &filter);
    const RequestsFilter &filter() const { return m_filter; }

private:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

    RequestsFilter m_filter;
};

} // namespace gatehouse
