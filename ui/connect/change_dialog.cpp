// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/change_dialog.h"

#include "ui/connect/difference_view.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/screen_fit.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

ChangeDialog::ChangeDialog(Deed deed, QWidget *parent)
    : QDialog(parent)
    , m_deed(std::move(deed))
    , m_banner(new Banner)
    , m_place(new QScrollArea)
{
    setWindowTitle(m_deed.title);
    setSizeGripEnabled(true);
    m_banner->setObjectName(u"changeProblem"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_do = buttons->addButton(m_deed.verb, QDialogButtonBox::AcceptRole);
    m_do->setObjectName(u"changeDo"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(new PlainLabel(m_deed.title, PlainLabel::Heading));
    layout->addWidget(m_banner);
    m_place->setWidgetResizable(true);
    m_place->setFrameShape(QFrame::NoFrame);
    layout->addWidget(m_place, 1);
    if (!m_deed.note.isEmpty())
        layout->addWidget(new PlainLabel(m_deed.note, PlainLabel::Muted));
    layout->addWidget(buttons);
    resizeToFit(*this, {720, 520});
    connect(buttons, &QDialogButtonBox::accepted, this, &ChangeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ChangeDialog::reject);
    if (const QString problem = makePlan(); !problem.isEmpty())
        m_banner->say(Tone::Bad, problem);
}

QString ChangeDialog::makePlan()
{
    m_changes = new QWidget;
    auto *layout = new QVBoxLayout(m_changes);
    layout->setContentsMargins(0, 0, 0, 0);
    m_place->setWidget(m_changes); // the one before goes
    const Result<QList<AppPlan>> plans = m_deed.plan();
    m_plans = plans ? *plans : QList<AppPlan>();
    m_do->setEnabled(std::any_of(m_plans.cbegin(), m_plans.cend(),
                                 [](const AppPlan &plan) { return plan.problem.isEmpty(); }));
    if (!plans)
        return plans.error().message;
    int shown = 0;
    for (const AppPlan &plan : std::as_const(m_plans)) {
        if (m_plans.size() > 1)
            layout->addWidget(new PlainLabel(plan.app->name, PlainLabel::Title));
        if (!plan.problem.isEmpty()) {
            auto *left = new Banner;
            left->setClosable(false);
            layout->addWidget(left);
            left->say(Tone::Bad, tr("%1 cannot be updated: %2").arg(plan.app->name, plan.problem));
            ++shown;
            continue;
        }
        for (const FileChange &change : plan.changes) {
            if (!change.changesNothing()) {
                addChange(change, plan.access.key);
                ++shown;
            }
            if (!change.left.isEmpty())
                layout->addWidget(new PlainLabel(
                    tr("Left as it is, because it was changed since: %1").arg(change.left.join(u", "_s)),
                    PlainLabel::Muted));
        }
    }
    if (shown == 0) {
        layout->addWidget(new PlainLabel(tr("Nothing in its files changes.")));
        layout->addStretch();
    }
    return {};
}

void ChangeDialog::addChange(const FileChange &change, const QString &key)
{
    const QString what = change.before ? change.after ? change.path : tr("%1 (goes)").arg(change.path)
                                       : tr("%1 (new)").arg(change.path);
    auto *name = new PlainLabel(what, PlainLabel::Strong);
    name->setSelectable();
    auto *view = new DifferenceView;
    view->setObjectName(u"changeView"_s);
    view->show(change, key);
    const int lines = std::clamp(view->blockCount(), 3, 8); // of more, the dialog scrolls
    view->setMinimumHeight((lines + 2) * view->fontMetrics().lineSpacing());
    m_changes->layout()->addWidget(name);
    static_cast<QVBoxLayout *>(m_changes->layout())->addWidget(view, 1);
}

void ChangeDialog::accept()
{
    const QString problem = m_deed.write(m_plans);
    if (problem.isEmpty())
        return QDialog::accept();
    // What stands in the files may be other than it was: the next try shows that.
    const QString planning = makePlan();
    m_banner->say(Tone::Bad, planning.isEmpty() ? problem : planning);
}

} // namespace gatehouse
