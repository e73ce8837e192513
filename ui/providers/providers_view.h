// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "ui/context.h"

#include <QWidget>

class QLineEdit;
class QStackedLayout;

namespace gatehouse {

class PlainLabel;
class ProvidersModel;
class ReorderView;

//! The list of providers, with what stands in its place while there are none. Changes nothing itself.
class ProvidersView final : public QWidget
{
    Q_OBJECT

public:
    explicit ProvidersView(const Context &context, QWidget *parent = nullptr);

    //! Shows the draft and the status as they are now; what is current stays so.
    void refresh();
    //! The current provider, or null.
    const Provider *current() const;
    void select(const QString &id);
    void selectRow(int row);
    ReorderView &list() const { return *m_list; }

Q_SIGNALS:
    void currentChanged();
    void addRequested();
    void switchRequested(const QString &id, bool on);

private:
    void resizeEvent(QResizeEvent *event) override;
    void makeList();
    void makeSearch();
    //! Goes to the next provider, from the row \a from on, that has what is searched for in its name or id.
    void findFrom(int from);
    void sayDetail();

    Context m_context;
    ProvidersModel *m_model;
    QLineEdit *m_search; //!< shown where there are many: it goes to a row, and leaves the order as it is
    ReorderView *m_list;
    QStackedLayout *m_stack;
    PlainLabel *m_detail; //!< of the current provider: the columns cut what is long
};

} // namespace gatehouse
