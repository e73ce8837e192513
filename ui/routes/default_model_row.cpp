// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/routes/default_model_row.h"

#include "ui/widgets/plain_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Takes effect at once, so it must not change when a person merely scrolls over it.
class UnscrolledBox final : public QComboBox
{
private:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

DefaultModelRow::DefaultModelRow(QWidget *parent)
    : QWidget(parent)
    , m_model(new UnscrolledBox)
    , m_problem(new PlainLabel({}, PlainLabel::Muted))
{
    m_model->setObjectName(u"defaultModel"_s);
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMinimumContentsLength(24);
    m_model->lineEdit()->setPlaceholderText(tr("Nobody: it is refused"));
    m_problem->setObjectName(u"defaultProblem"_s);
    auto *label = new QLabel(tr("Any other name &goes to:"));
    label->setBuddy(m_model);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_model);
    layout->addWidget(m_problem, 1);
    connect(m_model, &QComboBox::activated, this, &DefaultModelRow::choose);
    connect(m_model->lineEdit(), &QLineEdit::editingFinished, this, &DefaultModelRow::choose);
}

void DefaultModelRow::setConfig(const Config &config, const QList<CallableName> &names)
{
    const bool typing = m_model->currentText() != m_present && m_model->hasFocus();
    const QString shown = typing ? m_model->currentText() : config.defaultModel;
    m_present = config.defaultModel;
    m_model->clear();
    m_model->addItem(QString());
    m_model->addItems(plainNames(names));
    m_model->setEditText(shown);
    const QList<ServingProvider> servers = serversOf(config, m_present);
    const bool served = std::any_of(servers.cbegin(), servers.cend(),
                                    [](const ServingProvider &server) { return server.enabled; });
    m_problem->setText(m_present.isEmpty() || served ? QString() : tr("Nobody serves it now."));
}

void DefaultModelRow::choose()
{
    const QString model = m_model->currentText().trimmed();
    if (std::exchange(m_present, model) != model)
        Q_EMIT chosen(model);
}

} // namespace gatehouse
