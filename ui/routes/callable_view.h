// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/routes/callable_names.h"

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QStackedLayout;
class QTableView;

namespace gatehouse {

class CallableModel;
class EmptyState;

//! A list of callable names that can be searched, sorted and copied from.
class CallableView final : public QWidget
{
    Q_OBJECT

public:
    explicit CallableView(QWidget *parent = nullptr);

    //! What is selected, what was scrolled to and what is searched for stay as they are.
    void setNames(const QList<CallableName> &names);
    //! Lets more than one be selected.
    void setMultiple();
    //! In the order in which they are shown.
    QStringList selectedNames() const;

Q_SIGNALS:
    //! A name was double-clicked, or Enter pressed on it.
    void activated(const QString &name);
    void selectionChanged();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void search(const QString &text);
    void showWhatThereIs();
    void select(const QStringList &names);

    CallableModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_search;
    QTableView *m_table;
    QStackedLayout *m_stack;
    EmptyState *m_nothing;
    EmptyState *m_noMatch;
};

} // namespace gatehouse
