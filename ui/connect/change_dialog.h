// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connect/app_setup.h"

#include <QDialog>

#include <functional>

class QPushButton;
class QScrollArea;

namespace gatehouse {

class Banner;

//! Shows what is to become of applications' files before it is done. Accepted once it is.
class ChangeDialog final : public QDialog
{
    Q_OBJECT

public:
    //! What the dialog is for.
    struct Deed
    {
        QString title;
        QString note; //!< what else follows; may be empty
        QString verb; //!< the button that does it
        std::function<Result<QList<AppPlan>>()> plan;
        std::function<QString(const QList<AppPlan> &)> write; //!< why it was not done; empty if it was
    };

    explicit ChangeDialog(Deed deed, QWidget *parent = nullptr);

    void accept() override;

private:
    //! Plans anew and shows it. Returns why that cannot be done.
    QString makePlan();
    void addChange(const FileChange &change, const QString &key);

    Deed m_deed;
    QList<AppPlan> m_plans;
    Banner *m_banner;
    QWidget *m_changes = nullptr;
    QScrollArea *m_place;
    QPushButton *m_do;
};

} // namespace gatehouse
