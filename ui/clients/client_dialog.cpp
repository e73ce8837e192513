// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/client_dialog.h"

#include "gateway/credentials/client_key.h"
#include "ui/clients/allow_list.h"
#include "ui/clients/client_budget_form.h"
#include "ui/clients/client_limits_form.h"
#include "ui/draft.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/screen_fit.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/wheel_guard.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! The place of the client of that name, or the number of clients.
qsizetype indexOf(const QList<Client> &clients, const QString &name)
{
    return std::find_if(clients.cbegin(), clients.cend(), [&](const Client &c) { return c.name == name; }) -
           clients.cbegin();
}

} // namespace

ClientDialog::ClientDialog(const Context &context, const std::optional<Client> &edited, QWidget *parent)
    : EditDialog(parent)
    , m_context(context)
    , m_edited(edited)
    , m_banner(new Banner)
    , m_name(new QLineEdit)
{
    const Client start = edited.value_or(Client());
    setWindowTitle(edited ? tr("Edit client") : tr("Add a client"));
    m_models = new AllowList(context.draft.config(), start.models);
    m_limits = new ClientLimitsForm(start.limits);
    m_budget = new ClientBudgetForm(start.budget);
    m_name->setObjectName(u"name"_s);
    m_name->setText(start.name);
    m_name->setPlaceholderText(tr("The app that will use the key, such as Cursor"));

    auto *form = new QFormLayout;
    form->addRow(tr("&Name:"), m_name);
    auto *models = new QGroupBox(tr("May ask for"));
    (new QVBoxLayout(models))->addWidget(m_models);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(edited ? tr("&Save") : tr("&Make key"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &ClientDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ClientDialog::reject);
    auto *inner = new QWidget;
    auto *fields = new QVBoxLayout(inner);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->addLayout(form);
    fields->addWidget(models, 1);
    auto *numbers = new QHBoxLayout;
    numbers->addWidget(m_limits, 1);
    numbers->addWidget(m_budget, 1);
    fields->addLayout(numbers);
    auto *scroll = scrolled(inner); // on a low screen the buttons stay in reach
    (new WheelGuard(this))->guard(*inner);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_banner);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, scroll);
    const QSize around = sizeHint() - scroll->sizeHint();
    resizeToFit(*this, (inner->sizeHint() + around + QSize(bar, bar)).expandedTo({600, 520}));
    m_start = client();
}

Client ClientDialog::client() const
{
    Client client = m_edited.value_or(Client()); // what has no field here stays
    client.name = m_name->text().trimmed();
    client.models = m_models->models();
    client.limits = m_limits->limits();
    client.budget = m_budget->budget();
    return client;
}

bool ClientDialog::mayOverwrite()
{
    if (!m_edited)
        return true;
    const QList<Client> &clients = m_context.draft.config().clients;
    const qsizetype index = indexOf(clients, m_edited->name);
    if (index < clients.size() && clients[index] == *m_edited)
        return true;
    const Conflict answer = askAboutConflict(this, m_edited->name);
    if (answer == Conflict::TakeTheirs)
        done(Rejected); // that is an answer already
    return answer == Conflict::KeepMine;
}

void ClientDialog::accept()
{
    if (!mayOverwrite())
        return;
    Client mine = client();
    if (mine.models.isEmpty()) {
        m_banner->say(Tone::Bad, tr("Name at least one model, or choose \"Any model\"."));
        m_models->focusNames();
        return;
    }
    QByteArray key;
    if (!m_edited) {
        key = newClientKey();
        mine.keyHash = clientKeyHash(key);
    }
    Config next = m_context.draft.config();
    const qsizetype index = m_edited ? indexOf(next.clients, m_edited->name) : next.clients.size();
    if (index < next.clients.size())
        next.clients[index] = mine;
    else
        next.clients.append(mine);
    if (const QList<Problem> problems = m_context.draft.save(next); hasError(problems)) {
        explain(problems, index);
        return;
    }
    QDialog::accept();
    Q_EMIT saved(mine.name, key);
    key.fill('\0');
}

void ClientDialog::explain(const QList<Problem> &problems, qsizetype index)
{
    const QString path = u"/clients/%1/"_s.arg(index);
    QStringList lines;
    for (const Problem &problem : problems) {
        if (problem.warning)
            continue;
        const QString field = problem.path.startsWith(path) ? problem.path.mid(path.size()) : QString();
        const bool isModel = field.startsWith("models/"_L1);
        const QString budget = field.startsWith("budget/"_L1) ? field.section(u'/', 1) : QString();
        if (lines.isEmpty() && field == "name"_L1)
            m_name->setFocus();
        else if (lines.isEmpty() && isModel)
            m_models->focusNames();
        else if (lines.isEmpty() && !budget.isEmpty())
            m_budget->focusField(budget);
        if (field == "name"_L1)
            lines.append(tr("The name %1.").arg(problem.message));
        else if (isModel)
            lines.append(tr("Line %1 %2.").arg(field.section(u'/', 1).toInt() + 1).arg(problem.message));
        else if (const QString name = ClientBudgetForm::fieldName(budget); !name.isEmpty())
            lines.append(tr("%1: %2").arg(name, problem.message));
        else
            lines.append(errorText({problem}));
    }
    m_banner->say(Tone::Bad, lines.join(u'\n'));
}

} // namespace gatehouse
