// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/models_tab.h"

#include "ui/providers/model_list.h"
#include "ui/providers/model_table.h"
#include "ui/providers/probe_text.h"
#include "ui/widgets/enter_key.h"
#include "ui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

ModelsTab::ModelsTab(Gateway &gateway, ProbeSource source, QWidget *parent)
    : QWidget(parent)
    , m_source(std::move(source))
    , m_probe(gateway)
    , m_table(new ModelTable)
    , m_result(new PlainLabel)
{
    m_result->setObjectName(u"fetchResult"_s);
    m_result->hide();
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(makeTop());
    layout->addWidget(m_result);
    layout->addWidget(m_table, 1);
    layout->addLayout(makeBottom());
    connect(&m_probe, &ProviderProbe::answered, this, &ModelsTab::onAnswered);
    connect(&m_probe, &ProviderProbe::runningChanged, this, &ModelsTab::onRunningChanged);
}

QLayout *ModelsTab::makeTop()
{
    m_fetch = new QPushButton(tr("&Get the list"));
    m_fetch->setObjectName(u"fetchModels"_s);
    m_fetch->setAutoDefault(false);
    m_fetch->setToolTip(tr("Asks the provider which models it has. That costs nothing."));
    m_progress = new QProgressBar;
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(120);
    m_progress->setAccessibleName(tr("Getting the list of models"));
    m_progress->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_fetch);
    row->addWidget(m_progress);
    row->addStretch(1);
    row->addWidget(m_table->makeSearch(), 3);
    connect(m_fetch, &QPushButton::clicked, this, &ModelsTab::fetch);
    return row;
}

QLayout *ModelsTab::makeBottom()
{
    m_byHand = new QLineEdit;
    m_byHand->setObjectName(u"newModel"_s);
    m_byHand->setPlaceholderText(tr("A name, or a pattern such as o*"));
    auto *label = new QLabel(tr("Add &by hand:"));
    label->setBuddy(m_byHand);
    auto *addOne = new QPushButton(tr("Add to &list"));
    addOne->setObjectName(u"addModel"_s);
    addOne->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_byHand, 1);
    row->addWidget(addOne);
    connect(addOne, &QPushButton::clicked, this, &ModelsTab::addByHand);
    new EnterKey(*m_byHand, [this] { addByHand(); });
    return row;
}

void ModelsTab::setModels(const QList<ModelEntry> &models)
{
    m_probe.cancel();
    m_table->clearSearch();
    m_result->hide();
    m_table->list().setModels(models);
}

QList<ModelEntry> ModelsTab::models() const
{
    return m_table->list().models();
}

void ModelsTab::fetch()
{
    if (m_probe.running())
        return m_probe.cancel();
    m_result->hide();
    const std::optional<ProbeRequest> request = m_source();
    if (!request)
        return;
    m_asked = request->provider;
    m_probe.ask(*request);
}

void ModelsTab::onRunningChanged(bool running)
{
    m_fetch->setText(running ? tr("Stop &getting it") : tr("&Get the list"));
    m_progress->setVisible(running);
}

void ModelsTab::onAnswered(const ProbeResult &result)
{
    if (result.outcome == ProbeResult::Ok)
        return merge(result.models);
    m_result->setText(probeText(result, m_asked));
    m_result->show();
}

void ModelsTab::merge(const QStringList &fetched)
{
    const int unusable = m_table->list().merge(fetched);
    m_result->setText(tr("%n name(s) were left out, which nobody could ask for.", nullptr, unusable));
    m_result->setVisible(unusable > 0);
}

bool ModelsTab::hasTyped() const
{
    return !m_byHand->text().trimmed().isEmpty();
}

void ModelsTab::takeTyped()
{
    if (hasTyped())
        m_table->add(m_byHand->text().trimmed());
    m_byHand->clear();
}

void ModelsTab::addByHand()
{
    takeTyped();
    m_byHand->setFocus();
}

bool ModelsTab::showProblem(const QString &field, const QString &message)
{
    const QStringList parts = field.split(u'/');
    if (parts.first() != "models"_L1)
        return false;
    m_table->showProblem(parts.value(1).toInt(), parts.value(2) == "alias"_L1, message);
    return true;
}

bool ModelsTab::showIfTooMany()
{
    return m_table->showIfTooMany();
}

void ModelsTab::clearProblems()
{
    m_table->clearProblems();
}

} // namespace gatehouse
