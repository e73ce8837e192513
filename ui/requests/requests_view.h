// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requests/requests_filter.h"

#include <QPersistentModelIndex>
#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace gatehouse {

class EmptyState;
class RequestsModel;
class RequestsTable;

//! The list of requests that match, with a hint on those that came above what is shown.
class RequestsView final : public QWidget
{
    Q_OBJECT

public:
    explicit RequestsView(RequestsModel &model, QWidget *parent = nullptr);

    void setFilter(const RequestsFilter &filter);
    //! Whether more is on its way from the store.
    void setLoading(bool loading);
    //! The rows that match.
    int shown() const;
    //! The row of the model that is selected, or -1.
    int selectedRow() const;
    void clearSelection();

Q_SIGNALS:
    //! Another one is selected, or none.
    void selected();
    //! Other rows match, or there are others.
    void rowsChanged();
    void clearFilterRequested();
    //! The menu of what is selected is wanted.
    void menuRequested(const QPoint &globalPosition);

private:
    void resizeEvent(QResizeEvent *event) override;
    void onSelected();
    void showSelected();
    void onRowsChanged();
    void showNew(int rows);
    void placeHint();

    RequestsModel &m_model;
    RequestsProxy *m_proxy;
    RequestsTable *m_table;
    QPushButton *m_hint;
    QStackedLayout *m_stack;
    EmptyState *m_loading;
    EmptyState *m_nothing;
    EmptyState *m_noMatch;
    QPersistentModelIndex m_selected; //!< of the model
    bool m_isLoading = false;
    bool m_filtering = false;
    int m_new = 0;
};

} // namespace gatehouse
