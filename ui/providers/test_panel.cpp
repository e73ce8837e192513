// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/test_panel.h"

#include "ui/providers/probe_text.h"
#include "ui/widgets/enter_key.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/state_mark.h"

#include <QAccessible>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int mostOffered = 500; // a longer list is no choice; any name can be typed

} // namespace

TestPanel::TestPanel(Gateway &gateway, ProbeSource source, QWidget *parent)
    : QWidget(parent)
    , m_source(std::move(source))
    , m_probe(gateway)
    , m_test(new QPushButton(tr("Test &connection")))
    , m_selfTest(new QPushButton(tr("Self-test…")))
    , m_progress(new QProgressBar)
    , m_mark(new StateMark(12))
    , m_text(new PlainLabel)
    , m_evidence(new PlainLabel({}, PlainLabel::Muted))
    , m_tokenRow(new QWidget)
    , m_model(new QComboBox)
    , m_token(new QPushButton(tr("Send &one token (this one costs)")))
{
    m_test->setObjectName(u"test"_s);
    m_selfTest->setObjectName(u"selfTest"_s);
    m_selfTest->setToolTip(tr("Finds out what a model of this provider can do."));
    m_text->setObjectName(u"testResult"_s);
    m_text->setSelectable();
    m_evidence->setObjectName(u"testEvidence"_s);
    m_evidence->setSelectable();
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(120);
    m_progress->setAccessibleName(tr("Testing"));
    m_model->setObjectName(u"tokenModel"_s);
    m_model->setAccessibleName(tr("Model to ask for one token"));
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->lineEdit()->setPlaceholderText(tr("A model of this provider"));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_token->setObjectName(u"token"_s);
    for (QPushButton *button : {m_test, m_selfTest, m_token})
        button->setAutoDefault(false);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_text);
    words->addWidget(m_evidence);
    auto *top = new QHBoxLayout;
    top->addWidget(m_test, 0, Qt::AlignTop);
    top->addWidget(m_progress);
    top->addWidget(m_mark);
    top->addLayout(words, 1);
    top->addWidget(m_selfTest, 0, Qt::AlignTop);
    auto *token = new QHBoxLayout(m_tokenRow);
    token->setContentsMargins(0, 0, 0, 0);
    token->addWidget(m_token);
    token->addWidget(m_model, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_tokenRow);

    connect(m_test, &QPushButton::clicked, this, [this] { ask(ProbeRequest::Models); });
    connect(m_selfTest, &QPushButton::clicked, this, &TestPanel::selfTestRequested);
    connect(m_token, &QPushButton::clicked, this, [this] { ask(ProbeRequest::OneToken); });
    connect(m_model, &QComboBox::editTextChanged, this, [this](const QString &text) {
        m_token->setEnabled(!text.trimmed().isEmpty());
        if (m_asked.kind == ProbeRequest::OneToken)
            say(Tone::Neutral, {}, {}); // it was another model's
    });
    new EnterKey(*m_model, [this] { m_token->click(); });
    new EnterKey(*m_model->lineEdit(), [this] { m_token->click(); });
    connect(&m_probe, &ProviderProbe::runningChanged, this, &TestPanel::onRunningChanged);
    connect(&m_probe, &ProviderProbe::answered, this, &TestPanel::onAnswered);
    m_progress->hide();
    m_selfTest->hide();
    reset();
}

void TestPanel::setSelfTest(bool offered)
{
    m_selfTest->setVisible(offered);
}

void TestPanel::reset()
{
    m_probe.cancel();
    say(Tone::Neutral, {}, {});
    m_model->clear();
    m_tokenRow->hide();
}

void TestPanel::ask(ProbeRequest::Kind kind)
{
    if (m_probe.running())
        return m_probe.cancel();
    say(Tone::Neutral, {}, {});
    std::optional<ProbeRequest> request = m_source();
    if (!request)
        return;
    request->kind = kind;
    if (kind == ProbeRequest::OneToken)
        request->model = m_model->currentText().trimmed();
    m_asked = *request;
    m_probe.ask(*request);
    m_asked.typedKey.clear();
}

void TestPanel::onRunningChanged(bool running)
{
    m_test->setText(running ? tr("Stop the &check") : tr("Test &connection"));
    m_progress->setVisible(running);
    m_tokenRow->setEnabled(!running);
}

void TestPanel::onAnswered(const ProbeResult &result)
{
    say(isGood(result) ? Tone::Good : Tone::Bad, probeText(result, m_asked.provider), probeEvidence(result));
    if (m_asked.kind == ProbeRequest::OneToken)
        return;
    if (result.outcome == ProbeResult::Ok)
        Q_EMIT modelsFound(result.models);
    if (isGood(result))
        offerToken(result.models);
}

void TestPanel::offerToken(const QStringList &models)
{
    const QString chosen = m_model->currentText();
    QStringList names;
    for (const ModelEntry &model : std::as_const(m_asked.provider.models)) {
        if (!model.id.contains(u'*'))
            names.append(model.id);
    }
    names += models;
    names.removeDuplicates();
    m_model->clear();
    m_model->addItems(names.mid(0, mostOffered));
    if (!chosen.isEmpty())
        m_model->setEditText(chosen);
    m_token->setEnabled(!m_model->currentText().isEmpty());
    m_tokenRow->show();
}

void TestPanel::say(Tone tone, const QString &text, const QString &evidence)
{
    m_mark->set(tone, {});
    m_mark->setVisible(!text.isEmpty());
    m_text->setText(text);
    m_evidence->setText(evidence);
    m_evidence->setVisible(!evidence.isEmpty());
    if (text.isEmpty())
        return;
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace gatehouse
