// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/import/import_plan.h"

#include <QWidget>

class QStackedLayout;
class QTableView;

namespace gatehouse {

class Banner;
class ChangesModel;
class NotesList;
class PlainLabel;

//! What an import would come to, before it is done.
class PlanView final : public QWidget
{
    Q_OBJECT

public:
    explicit PlanView(QWidget *parent = nullptr);

    void setPlan(const ImportPlan &plan);

private:
    void makeTable();

    Banner *m_hosts; //!< that a key could go to
    PlainLabel *m_title;
    ChangesModel *m_model;
    QTableView *m_table;
    QStackedLayout *m_stack;
    NotesList *m_notes;
};

//! The hosts that a key could go to with \a plan and not without it.
QStringList newKeyHosts(const ImportPlan &plan);

} // namespace gatehouse
