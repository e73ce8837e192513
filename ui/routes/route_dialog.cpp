// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/routes/route_dialog.h"

#include "ui/draft.h"
#include "ui/routes/server_text.h"
#include "ui/routes/targets_editor.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/screen_fit.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! The place of the route of that name, or the number of routes.
qsizetype indexOf(const QList<Route> &routes, const QString &name)
{
    return std::find_if(routes.cbegin(), routes.cend(), [&](const Route &r) { return r.model == name; }) -
           routes.cbegin();
}

} // namespace

RouteDialog::RouteDialog(const Context &context, const std::optional<Route> &edited, const Route &first,
                         QWidget *parent)
    : EditDialog(parent)
    , m_context(context)
    , m_edited(edited)
    , m_banner(new Banner)
    , m_name(new QLineEdit)
    , m_policy(new QComboBox)
    , m_meaning(new PlainLabel({}, PlainLabel::Muted))
{
    const Route start = edited.value_or(first);
    setWindowTitle(edited ? tr("Edit route") : tr("New route"));
    m_targets = new TargetsEditor(context.draft.config().providers, start.targets);

    m_name->setObjectName(u"name"_s);
    m_name->setText(start.model);
    m_name->setPlaceholderText(tr("The model name that apps ask for, such as smart"));
    m_policy->setObjectName(u"policy"_s);
    for (const Policy each : {Policy::Priority, Policy::Weighted, Policy::Fastest})
        m_policy->addItem(policyName(each), int(each));
    m_policy->setCurrentIndex(m_policy->findData(int(start.policy)));
    connect(m_policy, &QComboBox::currentIndexChanged, this, &RouteDialog::showPolicy);
    showPolicy();

    auto *form = new QFormLayout;
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("P&olicy:"), m_policy);
    form->addRow(QString(), m_meaning);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &RouteDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &RouteDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_banner);
    layout->addLayout(form);
    layout->addWidget(m_targets, 1);
    layout->addWidget(buttons);
    resizeToFit(*this, {620, 480});
    m_start = route();
}

void RouteDialog::showPolicy()
{
    m_meaning->setText(policyMeaning(policy()));
    m_targets->setWeighted(policy() == Policy::Weighted);
}

Policy RouteDialog::policy() const
{
    return Policy(m_policy->currentData().toInt());
}

Route RouteDialog::route() const
{
    return {m_name->text().trimmed(), policy(), m_targets->targets()};
}

bool RouteDialog::mayOverwrite()
{
    if (!m_edited)
        return true;
    const QList<Route> &routes = m_context.draft.config().routes;
    const qsizetype index = indexOf(routes, m_edited->model);
    if (index < routes.size() && routes[index] == *m_edited)
        return true;
    const Conflict answer = askAboutConflict(this, m_edited->model);
    if (answer == Conflict::TakeTheirs)
        done(Rejected); // that is an answer already
    return answer == Conflict::KeepMine;
}

void RouteDialog::accept()
{
    if (!mayOverwrite())
        return;
    const Route mine = route();
    Config next = m_context.draft.config();
    const qsizetype index = m_edited ? indexOf(next.routes, m_edited->model) : next.routes.size();
    if (index < next.routes.size())
        next.routes[index] = mine;
    else
        next.routes.append(mine);
    if (m_edited && next.defaultModel == m_edited->model)
        next.defaultModel = mine.model; // it follows the route to its new name
    if (const QList<Problem> problems = m_context.draft.save(next); hasError(problems)) {
        explain(problems, index);
        return;
    }
    QDialog::accept();
    Q_EMIT saved(mine.model);
}

void RouteDialog::explain(const QList<Problem> &problems, qsizetype index)
{
    const QString path = u"/routes/%1/"_s.arg(index);
    QStringList lines;
    for (const Problem &problem : problems) {
        if (problem.warning)
            continue;
        if (!problem.path.startsWith(path)) {
            lines.append(errorText({problem}));
            continue;
        }
        const QStringList steps = problem.path.mid(path.size()).split(u'/'); // such as targets/0/model
        const int target = steps.size() == 3 ? steps[1].toInt() : -1;
        const QString &field = steps.last();
        if (lines.isEmpty() && target >= 0)
            m_targets->showField(target, field);
        else if (lines.isEmpty() && field == "model"_L1)
            m_name->setFocus();
        if (target < 0) {
            lines.append(field == "model"_L1 ? tr("The name %1.").arg(problem.message)
                                             : tr("The list of targets %1.").arg(problem.message));
            continue;
        }
        QString name = tr("model");
        if (field == "provider"_L1)
            name = tr("provider");
        else if (field == "weight"_L1)
            name = tr("weight");
        lines.append(tr("Target %1: the %2 %3.").arg(QString::number(target + 1), name, problem.message));
    }
    m_banner->say(Tone::Bad, lines.join(u'\n'));
}

} // namespace gatehouse
