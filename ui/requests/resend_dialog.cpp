// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/resend_dialog.h"

#include "gateway/gateway.h"
#include "ui/draft.h"
#include "ui/gateway_words.h"
#include "ui/requests/record_text.h"
#include "ui/requests/requests_model.h"
#include "ui/requests/resend_targets.h"
#include "ui/routes/callable_names.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/enter_key.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/screen_fit.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {
namespace {

CompareView::Side sideOf(const RecordedExchange &exchange, const UsageRecord *record)
{
    CompareView::Side side{{}, exchange, {}};
    if (record) {
        side.record = *record;
        side.title = oneLine(answeredBy(*record), 80);
    }
    if (side.title.isEmpty())
        side.title = ResendDialog::tr("status %1").arg(exchange.status);
    return side;
}

} // namespace

ResendDialog::ResendDialog(const Context &context, const RequestsModel &requests,
                           const RecordedExchange &first, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_requests(requests)
    , m_exchange(first)
    , m_model(new QComboBox)
    , m_send(new QPushButton(tr("&Send")))
    , m_problem(new Banner)
    , m_waiting(new QWidget)
    , m_waitingText(new PlainLabel)
    , m_cancel(new QPushButton(tr("&Cancel")))
    , m_compare(new CompareView)
{
    setWindowTitle(tr("Send again"));
    setSizeGripEnabled(true);
    makeChoice();
    makeWaiting();
    auto *label = new QLabel(tr("Send the request again &to:"));
    label->setBuddy(m_model);
    auto *choice = new QHBoxLayout;
    choice->addWidget(label);
    choice->addWidget(m_model, 1);
    choice->addWidget(m_send);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addLayout(choice);
    layout->addWidget(new PlainLabel(tr("This is a real request: it costs what the model costs, and counts "
                                        "like any other. Tools that it calls are not run."),
                                     PlainLabel::Muted));
    layout->addWidget(m_problem);
    layout->addWidget(m_waiting);
    layout->addWidget(m_compare, 1);
    layout->addWidget(buttons);
    m_compare->setFirst(sideOf(m_exchange, m_requests.find(m_exchange.requestId)));
    m_compare->setSecond({});
    connect(&m_context.gateway, &Gateway::resent, this, &ResendDialog::onResent);
    connect(&m_context.gateway, &Gateway::recorded, this, &ResendDialog::onRecorded);
    resizeToFit(*this, {880, 620});
    m_model->setFocus();
}

ResendDialog::~ResendDialog()
{
    cancel();
}

void ResendDialog::done(int result)
{
    cancel();
    QDialog::done(result);
}

void ResendDialog::makeChoice()
{
    m_model->setObjectName(u"resendModel"_s);
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMinimumContentsLength(20);
    m_model->addItems(resendTargets(m_context.draft.config()));
    m_model->setCurrentIndex(-1);
    m_model->lineEdit()->setPlaceholderText(tr("Provider/model, or a route"));
    m_model->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_model->completer()->setFilterMode(Qt::MatchContains);
    m_send->setObjectName(u"resendSend"_s);
    m_send->setDefault(true);
    m_send->setEnabled(false);
    connect(m_model, &QComboBox::currentTextChanged, this,
            [this](const QString &text) { m_send->setEnabled(!m_running && !text.trimmed().isEmpty()); });
    new EnterKey(*m_model, [this] { m_send->click(); });
    new EnterKey(*m_model->lineEdit(), [this] { m_send->click(); });
    // With the completions open the key comes this way.
    connect(m_model->lineEdit(), &QLineEdit::returnPressed, m_send, &QPushButton::click);
    connect(m_send, &QPushButton::clicked, this, &ResendDialog::send);
}

void ResendDialog::makeWaiting()
{
    m_waiting->setObjectName(u"resendWaiting"_s);
    m_cancel->setObjectName(u"resendCancel"_s);
    m_cancel->setAutoDefault(false);
    m_waitingText->setMinimumWidth(1);
    auto *bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Waiting for the answer"));
    auto *row = new QHBoxLayout(m_waiting);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_waitingText, 2);
    row->addWidget(bar, 1);
    row->addWidget(m_cancel);
    m_waiting->hide();
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &ResendDialog::showElapsed);
    connect(m_cancel, &QPushButton::clicked, this, &ResendDialog::cancel);
}

void ResendDialog::send()
{
    const QString model = m_model->currentText().trimmed();
    if (m_running || model.isEmpty())
        return;
    if (serversOf(m_context.draft.config(), model).isEmpty())
        return m_problem->say(Tone::Bad, tr("Nobody here serves \"%1\".").arg(oneLine(model, 120)));
    m_problem->hide();
    m_second.reset();
    m_compare->setSecond({});
    m_since.start();
    m_running = m_context.gateway.resend(m_exchange, model);
    m_send->setEnabled(false);
    m_waiting->show();
    m_tick.start();
    showElapsed();
}

void ResendDialog::showElapsed()
{
    m_waitingText->setText(
        tr("Waiting for %1 … %2 s")
            .arg(oneLine(m_model->currentText(), 80), QString::number(m_since.elapsed() / 1000)));
}

void ResendDialog::cancel()
{
    if (!m_running)
        return;
    m_context.gateway.cancelResend(*m_running);
    endWaiting();
}

void ResendDialog::endWaiting()
{
    m_running.reset();
    m_tick.stop();
    m_waiting->hide();
    m_send->setEnabled(!m_model->currentText().trimmed().isEmpty());
}

void ResendDialog::onResent(quint64 number, const Resent &resent)
{
    if (m_running != number)
        return;
    endWaiting();
    if (!resent.problem.isEmpty())
        return m_problem->say(Tone::Bad,
                              tr("It could not be sent. %1").arg(oneLine(gatewayWords(resent.problem), 500)));
    m_second = sideOf(resent.exchange, m_requests.find(resent.exchange.requestId));
    m_compare->setSecond(m_second);
}

//! The record may come after the answer.
void ResendDialog::onRecorded(const UsageRecord &record)
{
    if (!m_second || m_second->record || record.requestId != m_second->exchange.requestId)
        return;
    m_second = sideOf(m_second->exchange, &record);
    m_compare->setSecond(m_second);
}

} // namespace gatehouse
