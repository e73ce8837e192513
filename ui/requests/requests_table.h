// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace gatehouse {

//! The table of requests. What one reads stays where it is while rows come above it; the columns share the
//! width until a person sets them.
class RequestsTable final : public QTableView
{
    Q_OBJECT

public:
    explicit RequestsTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    bool isAtTop() const;

Q_SIGNALS:
    //! So many rows came above what is shown.
    void passedBy(int rows);

protected Q_SLOTS:
    void rowsInserted(const QModelIndex &parent, int first, int last) override;

private:
    void resizeEvent(QResizeEvent *event) override;
    void fitColumns();

    bool m_fitting = false;
    bool m_fittedByHand = false;
};

} // namespace gatehouse
