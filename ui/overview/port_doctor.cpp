// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/port_doctor.h"

#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/overview/try_it.h"
#include "ui/program.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/plain_label.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

QString ownerName(const QString &owner)
{
    const QString program = owner.section(u' ', 0, 0);
    if (program != "gatehouse"_L1 && program != "gatehoused"_L1)
        return owner;
    return PortDoctor::tr("another Gatehouse") + owner.mid(program.size());
}

PortDoctor::PortDoctor(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_problem(new Banner)
    , m_owner(new PlainLabel)
    , m_advice(new PlainLabel)
    , m_newUrlRow(new QWidget)
    , m_newUrl(new QLineEdit)
    , m_use(new QPushButton)
{
    m_owner->setObjectName(u"portOwner"_s);
    m_advice->setObjectName(u"portAdvice"_s);
    m_use->setObjectName(u"usePort"_s);
    m_newUrl->setObjectName(u"newBaseUrl"_s);
    m_newUrl->setReadOnly(true);
    m_newUrl->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *label = new QLabel(tr("&New base URL:"));
    label->setBuddy(m_newUrl);
    auto *row = new QHBoxLayout(m_newUrlRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_newUrl, 1);
    row->addWidget(new CopyButton(tr("Copy new base URL"), [this] { return m_newUrl->text(); }));

    auto *again = new QPushButton(tr("Try a&gain"));
    again->setObjectName(u"tryAgain"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_use);
    buttons->addWidget(again);
    buttons->addStretch(1);

    auto *card = new Card(tr("The port is taken"));
    card->body()->addWidget(m_problem);
    card->body()->addWidget(m_owner);
    card->body()->addWidget(m_advice);
    card->body()->addWidget(m_newUrlRow);
    card->body()->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_use, &QPushButton::clicked, this, &PortDoctor::usePort);
    connect(again, &QPushButton::clicked, this, &PortDoctor::tryAgain);
    refresh();
}

void PortDoctor::refresh()
{
    const quint16 taken = m_context.status.takenPort();
    setVisible(taken != 0);
    // Who has it costs a look at every process, so it is asked once.
    if (std::exchange(m_taken, taken) != taken && taken != 0)
        examine(taken);
}

void PortDoctor::examine(quint16 port)
{
    const QString owner = ownerName(m_context.program.portOwner(port));
    m_owner->setText(owner.isEmpty()
                         ? tr("Another program listens on port %1. Which one cannot be found out.").arg(port)
                         : tr("Port %1 is taken by %2.").arg(QString::number(port), owner));
    const Listener &listener = m_context.draft.config().listener;
    // A port from the command line stands above the file: saving another would change nothing.
    const bool fromFile = listener.port == port;
    m_free = fromFile ? m_context.program.freePortAfter(port) : 0;
    m_use->setVisible(m_free != 0);
    m_newUrlRow->setVisible(m_free != 0);
    m_use->setText(tr("Use &port %1").arg(m_free));
    m_newUrl->setText(baseUrlAt(listener.host, m_free));
    if (m_free != 0)
        m_advice->setText(
            tr("Quit that program and try again, or use another port. Apps that are set to %1 must "
               "then be changed to the new base URL.")
                .arg(baseUrlAt(listener.host, port)));
    else if (!fromFile)
        m_advice->setText(tr("Quit that program and try again. The port was given when Gatehouse was started "
                             "(--port), so it can only be changed there."));
    else
        m_advice->setText(tr("Quit that program and try again: no other port is free."));
}

void PortDoctor::usePort()
{
    Config next = m_context.draft.config();
    next.listener.port = m_free;
    if (const QList<Problem> problems = m_context.draft.save(next); hasError(problems)) {
        m_problem->say(Tone::Bad, tr("The new port could not be saved. %1").arg(errorText(problems)));
        return;
    }
    m_problem->hide();
    m_context.program.startGateway();
}

void PortDoctor::tryAgain()
{
    m_problem->hide();
    examine(m_taken); // it may be another program's by now
    m_context.program.startGateway();
}

} // namespace gatehouse
