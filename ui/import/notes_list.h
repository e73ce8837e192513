// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/import/import_plan.h"

#include <QListWidget>

namespace gatehouse {

//! What is wrong with an import, and what it could not carry: errors first.
class NotesList final : public QListWidget
{
    Q_OBJECT

public:
    explicit NotesList(QWidget *parent = nullptr);

    void setPlan(const ImportPlan &plan);
    //! As tall as its first rows.
    QSize sizeHint() const override;

private:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace gatehouse
