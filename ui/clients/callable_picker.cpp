// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/callable_picker.h"

#include "ui/routes/callable_view.h"
#include "ui/widgets/screen_fit.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

CallablePicker::CallablePicker(const Config &config, QWidget *parent)
    : QDialog(parent)
    , m_view(new CallableView)
{
    setWindowTitle(tr("Choose models"));
    m_view->setMultiple();
    m_view->setNames(callableNames(config));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *add = buttons->addButton(tr("&Add selected"), QDialogButtonBox::AcceptRole);
    add->setObjectName(u"addSelected"_s);
    add->setEnabled(false);
    connect(m_view, &CallableView::selectionChanged, add,
            [this, add] { add->setEnabled(!m_view->selectedNames().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &CallablePicker::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &CallablePicker::reject);
    connect(m_view, &CallableView::activated, this, &CallablePicker::accept);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_view, 1);
    layout->addWidget(buttons);
    resizeToFit(*this, {640, 420});
}

void CallablePicker::accept()
{
    Q_EMIT picked(m_view->selectedNames());
    QDialog::accept();
}

} // namespace gatehouse
