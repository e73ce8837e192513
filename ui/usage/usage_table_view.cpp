// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/usage_table_view.h"

#include "ui/usage/usage_csv.h"
#include "ui/usage/usage_table_model.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

UsageTableView::UsageTableView(UsageTableModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(model);
    setAccessibleName(tr("Usage as a table"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicator(UsageTableModel::Name, Qt::DescendingOrder);
    setSortingEnabled(true);

    auto *copyAction = new QAction(tr("&Copy"), this);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, &UsageTableView::copy);
    addAction(copyAction);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    keepSelection();
}

void UsageTableView::copy() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    for (int row = 0; rows.isEmpty() && row < m_model->rowCount(); ++row)
        rows.append(row);
    QString text;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        text += m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        text += column + 1 < m_model->columnCount() ? u'\t' : u'\n';
    }
    for (const int row : rows) {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            text += defused(m_model->index(row, column).data().toString());
            text += column + 1 < m_model->columnCount() ? u'\t' : u'\n';
        }
    }
    QGuiApplication::clipboard()->setText(text);
}

void UsageTableView::keepSelection()
{
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_selected.clear();
        m_scrolled = verticalScrollBar()->value();
        for (const QModelIndex &index : selectionModel()->selectedRows()) {
            if (index.row() < m_model->lines().size())
                m_selected.append(m_model->lines()[index.row()].id);
        }
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        for (int row = 0; row < m_model->lines().size(); ++row) {
            if (m_selected.contains(m_model->lines()[row].id))
                selectionModel()->select(m_model->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        verticalScrollBar()->setValue(m_scrolled);
        horizontalHeader()->setSortIndicator(m_model->sortColumn(), m_model->sortOrder());
    });
}

} // namespace gatehouse
