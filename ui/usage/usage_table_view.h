// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace gatehouse {

class UsageTableModel;

//! Shows a UsageTableModel; what is selected is copied as text that a spreadsheet takes.
class UsageTableView final : public QTableView
{
    Q_OBJECT

public:
    explicit UsageTableView(UsageTableModel *model, QWidget *parent = nullptr);

    //! Puts the selected rows on the clipboard, or all where none is.
    void copy() const;

private:
    void keepSelection();

    UsageTableModel *m_model;
    QStringList m_selected; //!< UsageLine::id
    int m_scrolled = 0;
};

} // namespace gatehouse
