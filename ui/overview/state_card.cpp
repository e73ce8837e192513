// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/state_card.h"

#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/overview/run_state.h"
#include "ui/overview/try_it.h"
#include "ui/program.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/state_mark.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Leaves the cursor and what is selected alone where the text is the same.
void setLine(QLineEdit &line, const QString &text)
{
    if (line.text() == text)
        return;
    line.setText(text);
    line.setCursorPosition(0);
}

} // namespace

StateCard::StateCard(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_mark(new StateMark(26))
    , m_name(new PlainLabel({}, PlainLabel::Heading))
    , m_text(new PlainLabel({}, PlainLabel::Muted))
    , m_inFlight(new PlainLabel)
    , m_button(new QPushButton)
    , m_lines(new QWidget)
{
    m_name->setObjectName(u"stateName"_s);
    m_text->setObjectName(u"stateText"_s);
    m_inFlight->setObjectName(u"inFlight"_s);
    m_button->setObjectName(u"startStop"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_text);
    auto *head = new QHBoxLayout;
    head->setSpacing(14);
    head->addWidget(m_mark);
    head->addLayout(words, 1);
    head->addWidget(m_button);

    m_form = new QFormLayout(m_lines);
    m_form->setContentsMargins(0, 6, 0, 0);
    m_baseUrl = addLine(tr("&Base URL:"), u"baseUrl"_s, tr("Copy base URL"));
    m_openAiUrl = addLine(tr("&OpenAI-style apps:"), u"openAiUrl"_s, tr("Copy base URL with /v1"));
    m_openAiUrl->setToolTip(tr("Most apps that ask for an OpenAI base URL want it with /v1."));
    m_curl = addLine(tr("&Try it:"), u"curl"_s, tr("Copy command"));
    m_form->addRow(tr("Requests in flight:"), m_inFlight);

    auto *card = new Card;
    card->body()->addLayout(head);
    card->body()->addWidget(m_lines);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_button, &QPushButton::clicked, this, &StateCard::startOrStop);
    refresh();
}

QLineEdit *StateCard::addLine(const QString &label, const QString &name, const QString &copyName)
{
    auto *line = new QLineEdit;
    line->setObjectName(name);
    line->setAccessibleName(QString(label).remove(u'&'));
    line->setReadOnly(true);
    line->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *copy = new CopyButton(copyName, [line] { return line->text(); });
    copy->setObjectName(name + "Copy"_L1);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(line, 1);
    layout->addWidget(copy);
    row->setFocusProxy(line);
    m_form->addRow(label, row);
    return line;
}

void StateCard::refresh()
{
    const LiveStatus &status = m_context.status;
    const RunState state = runStateOf(status);
    m_mark->set(runStateTone(state), runStateName(state));
    m_name->setText(runStateName(state));
    const QString text = runStateText(state, status);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());

    const bool stops = status.wanted() && state != RunState::Failed;
    m_button->setText(stops ? tr("&Stop") : tr("&Start"));
    if (state == RunState::Failed)
        m_button->setText(tr("&Start again"));
    m_button->setEnabled(state != RunState::Stopping);
    m_button->setVisible(status.takenPort() == 0 || status.now().listening); // else the port doctor has it

    const QString url = status.baseUrl();
    const Config &config = m_context.draft.config();
    const QString model = modelToTry(config, status);
    setLine(*m_baseUrl, url);
    setLine(*m_openAiUrl, url + "/v1"_L1);
    setLine(*m_curl, curlLine(url, model, !config.clients.isEmpty()));
    m_inFlight->setText(locale().toString(status.now().inFlight));
    m_lines->setVisible(!url.isEmpty());
    m_curl->parentWidget()->setVisible(!model.isEmpty());
    m_form->labelForField(m_curl->parentWidget())->setVisible(!model.isEmpty());
}

void StateCard::startOrStop()
{
    const RunState state = runStateOf(m_context.status);
    if (m_context.status.wanted() && state != RunState::Failed)
        m_context.program.stopGateway();
    else
        m_context.program.startGateway();
}

} // namespace gatehouse
