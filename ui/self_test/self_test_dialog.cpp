// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/self_test/self_test_dialog.h"

#include "ui/draft.h"
#include "ui/self_test/feature_list.h"
#include "ui/self_test/gateway_self_tester.h"
#include "ui/self_test/self_test_text.h"
#include "ui/self_test/sheets.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/enter_key.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/screen_fit.h"

#include <QAccessible>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace gatehouse {

SelfTestDialog::SelfTestDialog(const Context &context, SelfTester &tester, const QString &provider,
                               QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_tester(tester)
    , m_id(provider)
    , m_model(new QComboBox)
    , m_run(new QPushButton(tr("&Run")))
    , m_estimate(new PlainLabel)
    , m_banner(new Banner)
    , m_date(new PlainLabel({}, PlainLabel::Muted))
    , m_features(new FeatureList)
    , m_progress(new QProgressBar)
    , m_summary(new PlainLabel({}, PlainLabel::Strong))
    , m_meaning(new PlainLabel)
{
    setSizeGripEnabled(true);
    makeChoice();
    makeLayout();
    readDraft();
    if (m_provider)
        m_model->addItems(testableModels(*m_provider));
    m_model->setFocus();
    refresh();
    connect(&m_tester, &SelfTester::answered, this, &SelfTestDialog::onAnswered);
    connect(&m_tester, &SelfTester::finished, this, &SelfTestDialog::onFinished);
    connect(&m_tester, &SelfTester::sheetsChanged, this, &SelfTestDialog::refresh);
    connect(&m_context.draft, &Draft::changed, this, [this] {
        readDraft();
        refresh();
    });
}

SelfTestDialog::~SelfTestDialog()
{
    if (m_running)
        m_tester.cancel(*m_running);
}

void SelfTestDialog::makeChoice()
{
    m_model->setObjectName(u"selfTestModel"_s);
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMinimumContentsLength(20);
    m_model->lineEdit()->setPlaceholderText(tr("A model of this provider"));
    m_run->setObjectName(u"selfTestRun"_s);
    m_run->setDefault(true);
    m_estimate->setObjectName(u"selfTestEstimate"_s);
    m_banner->setObjectName(u"selfTestProblem"_s);
    m_banner->setClosable(false);
    m_date->setObjectName(u"selfTestDate"_s);
    m_date->setSelectable();
    m_date->setFocusPolicy(Qt::NoFocus);
    m_progress->setObjectName(u"selfTestProgress"_s);
    m_progress->setAccessibleName(tr("Features that were asked"));
    m_progress->setFormat(tr("%v of %m"));
    m_summary->setObjectName(u"selfTestSummary"_s);
    m_meaning->setObjectName(u"selfTestMeaning"_s);
    connect(m_model, &QComboBox::currentTextChanged, this, &SelfTestDialog::refresh);
    new EnterKey(*m_model, [this] { m_run->click(); });
    new EnterKey(*m_model->lineEdit(), [this] { m_run->click(); });
    connect(m_run, &QPushButton::clicked, this, [this] { m_running ? cancel() : run(); });
}

void SelfTestDialog::makeLayout()
{
    auto *label = new QLabel(tr("&Model:"));
    label->setBuddy(m_model);
    auto *choice = new QHBoxLayout;
    choice->addWidget(label);
    choice->addWidget(m_model, 1);
    choice->addWidget(m_run);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_features);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Features"));
    scroll->viewport()->setAutoFillBackground(false);
    m_features->setAutoFillBackground(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &SelfTestDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addLayout(choice);
    layout->addWidget(m_estimate);
    layout->addWidget(
        new PlainLabel(tr("These are real requests, one after the other: they are charged, counted "
                          "and listed like any other."),
                       PlainLabel::Muted));
    layout->addWidget(m_banner);
    layout->addWidget(m_date);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_summary);
    layout->addWidget(m_meaning);
    layout->addWidget(buttons);
    m_progress->hide();
    resizeToFit(*this, {640, 500});
}

QString SelfTestDialog::model() const
{
    return m_model->currentText().trimmed();
}

void SelfTestDialog::readDraft()
{
    const Provider *provider = m_context.draft.provider(m_id);
    m_provider = provider ? std::optional(*provider) : std::nullopt;
    const QString name = !provider || provider->name.isEmpty() ? m_id : provider->name;
    setWindowTitle(tr("Self-test of %1").arg(name));
    if (!provider)
        m_banner->say(Tone::Warning, tr("This provider was removed meanwhile."));
    else if (!provider->enabled)
        m_banner->say(Tone::Warning, tr("This provider is switched off. Switch it on to test it."));
    else
        m_banner->hide();
}

void SelfTestDialog::refresh()
{
    if (m_running)
        return;
    const QString name = model();
    const bool isPattern = name.contains(u'*');
    const bool canRun = m_provider && m_provider->enabled && !name.isEmpty() && !isPattern;
    m_run->setEnabled(canRun);
    if (isPattern)
        m_estimate->setText(tr("A pattern is not a model: enter the name of one."));
    else if (canRun)
        m_estimate->setText(estimateText(m_tester.estimate(m_id, name)));
    else
        m_estimate->setText(name.isEmpty() ? tr("Choose a model, or enter its name.") : QString());
    const CapabilitySheet *sheet = m_provider ? findSheet(m_tester.sheets(), m_id, name) : nullptr;
    if (sheet)
        return showSheet(*sheet);
    m_date->setText(tr("This model was not tested yet."));
    m_features->clear();
    sayOutcome({}, {});
}

void SelfTestDialog::showSheet(const CapabilitySheet &sheet)
{
    m_date->setText(sheetDateText(sheet, *m_provider));
    m_features->show(sheet);
    sayOutcome(summaryText(sheet),
               isOutdated(sheet, *m_provider) ? tr("It has no bearing on requests.") : routingText(sheet));
}

void SelfTestDialog::run()
{
    m_answers = 0;
    m_progress->setRange(0, int(allFeatures().size()));
    m_progress->setValue(0);
    m_features->begin();
    m_date->setText(tr("The test runs."));
    sayOutcome({}, {});
    setRunning(m_tester.run(m_id, model()));
}

void SelfTestDialog::cancel()
{
    if (!m_running)
        return;
    m_tester.cancel(*m_running);
    setRunning({});
    m_features->stop();
    m_date->setText(tr("The test was stopped: nothing of it is kept."));
}

void SelfTestDialog::setRunning(std::optional<quint64> number)
{
    m_running = number;
    m_run->setText(number ? tr("S&top") : tr("&Run"));
    m_model->setEnabled(!number);
    m_progress->setVisible(number.has_value());
}

void SelfTestDialog::onAnswered(quint64 number, Feature feature, const FeatureResult &result)
{
    if (m_running != number)
        return;
    m_progress->setValue(++m_answers);
    m_features->answer(feature, result, m_answers < allFeatures().size());
}

void SelfTestDialog::onFinished(quint64 number, const CapabilitySheet &sheet)
{
    if (m_running != number)
        return;
    setRunning({});
    refresh();
    if (!m_provider)
        return;
    showSheet(sheet); // the list of sheets may be told of it later
    QAccessibleEvent event(m_summary, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void SelfTestDialog::sayOutcome(const QString &summary, const QString &meaning)
{
    m_summary->setText(summary);
    m_summary->setVisible(!summary.isEmpty());
    m_meaning->setText(meaning);
    m_meaning->setVisible(!meaning.isEmpty());
}

void SelfTestDialog::reject()
{
    if (m_running) {
        const QPointer self(this);
        const Question question{tr("Stop the self-test?"),
                                tr("What was asked so far is charged, but nothing of it is kept."),
                                tr("&Stop the test")};
        if (!ask(this, question).confirmed || !self)
            return;
        cancel();
    }
    QDialog::reject();
}

SelfTestDialog *openSelfTest(const Context &context, const QString &provider, QWidget *parent)
{
    auto *tester = new GatewaySelfTester(context.gateway);
    auto *dialog = new SelfTestDialog(context, *tester, provider, parent);
    tester->setParent(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

} // namespace gatehouse
