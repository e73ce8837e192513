// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/restore_dialog.h"

#include "gateway/import/restore_plan.h"
#include "ui/import/plan_view.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/screen_fit.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

RestoreDialog::RestoreDialog(const QString &name, const Config &now, const Config &kept, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Restore"));
    setSizeGripEnabled(true);
    auto *view = new PlanView;
    view->setPlan(planRestore(now, kept));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *restore = buttons->addButton(tr("&Restore"), QDialogButtonBox::AcceptRole);
    restore->setObjectName(u"restoreDo"_s);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"restoreCancel"_s);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(new PlainLabel(tr("Restore the configuration of %1?").arg(name), PlainLabel::Title));
    layout->addWidget(
        new PlainLabel(tr("It replaces the present one, with all providers, routes and clients. The "
                          "present one is kept among the earlier versions.")));
    layout->addWidget(view, 1);
    layout->addWidget(buttons);
    resizeToFit(*this, {720, 480});
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace gatehouse
