// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/routes/targets_editor.h"

#include "ui/routes/targets_model.h"
#include "ui/widgets/reorder_view.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

TargetsEditor::TargetsEditor(const QList<Provider> &providers, const QList<RouteTarget> &targets,
                             QWidget *parent)
    : QWidget(parent)
    , m_providers(providers)
    , m_model(new TargetsModel(providers, this))
    , m_list(new ReorderView)
    , m_form(new QFormLayout)
    , m_provider(new QComboBox)
    , m_modelName(new QComboBox)
    , m_weight(new QSpinBox)
{
    m_list->setObjectName(u"targets"_s);
    m_list->setAccessibleName(tr("Targets, in order"));
    m_list->setToolTip(tr("Drag a target, or press Alt+Up and Alt+Down, to change the order."));
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::StyledPanel);
    m_list->verticalHeader()->setDefaultSectionSize(30);
    m_list->horizontalHeader()->setSectionResizeMode(TargetsModel::ProviderName, QHeaderView::Stretch);
    m_list->horizontalHeader()->setSectionResizeMode(TargetsModel::Model, QHeaderView::Stretch);
    makeFields();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *upper = new QHBoxLayout;
    upper->addWidget(m_list, 1);
    upper->addWidget(makeButtons());
    layout->addLayout(upper, 1);
    layout->addLayout(m_form);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TargetsEditor::showCurrent);
    connect(m_list, &ReorderView::moveRequested, this, &TargetsEditor::move);
    connect(m_list, &ReorderView::removeRequested, this, &TargetsEditor::remove);
    m_model->setTargets(targets);
    m_list->selectRow(0);
    showCurrent();
}

void TargetsEditor::makeFields()
{
    m_provider->setObjectName(u"targetProvider"_s);
    for (const Provider &provider : std::as_const(m_providers))
        m_provider->addItem(provider.name.isEmpty() ? provider.id : provider.name, provider.id);
    m_modelName->setObjectName(u"targetModel"_s);
    m_modelName->setEditable(true);
    m_modelName->setInsertPolicy(QComboBox::NoInsert);
    m_modelName->lineEdit()->setPlaceholderText(tr("As the provider calls it"));
    m_weight->setObjectName(u"targetWeight"_s);
    m_weight->setRange(0, 1'000'000);
    for (QComboBox *box : {m_provider, m_modelName}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    m_form->addRow(tr("&Provider:"), m_provider);
    m_form->addRow(tr("&Model:"), m_modelName);
    m_form->addRow(tr("&Weight:"), m_weight);
    connect(m_provider, &QComboBox::activated, this, [this] {
        offerModels(m_provider->currentData().toString(), {});
        storeCurrent();
    });
    connect(m_modelName, &QComboBox::editTextChanged, this, &TargetsEditor::storeCurrent);
    connect(m_weight, &QSpinBox::valueChanged, this, &TargetsEditor::storeCurrent);
}

QWidget *TargetsEditor::makeButtons()
{
    auto *buttons = new QWidget;
    auto *column = new QVBoxLayout(buttons);
    column->setContentsMargins(0, 0, 0, 0);
    const auto button = [&](const QString &text, const QString &name) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setAutoDefault(false);
        column->addWidget(made);
        return made;
    };
    QPushButton *addOne = button(tr("&Add target"), u"addTarget"_s);
    m_remove = button(tr("&Remove"), u"removeTarget"_s);
    m_up = button(tr("Move &up"), u"moveUp"_s);
    m_down = button(tr("Move &down"), u"moveDown"_s);
    column->addStretch(1);
    connect(addOne, &QPushButton::clicked, this, &TargetsEditor::add);
    connect(m_remove, &QPushButton::clicked, this, [this] { remove(m_list->currentRow()); });
    connect(m_up, &QPushButton::clicked, this,
            [this] { move(m_list->currentRow(), m_list->currentRow() - 1); });
    connect(m_down, &QPushButton::clicked, this,
            [this] { move(m_list->currentRow(), m_list->currentRow() + 1); });
    return buttons;
}

void TargetsEditor::setWeighted(bool weighted)
{
    m_list->setColumnHidden(TargetsModel::Weight, !weighted);
    m_weight->setVisible(weighted);
    m_form->labelForField(m_weight)->setVisible(weighted);
}

QList<RouteTarget> TargetsEditor::targets() const
{
    return m_model->targets();
}

void TargetsEditor::showField(int target, const QString &field)
{
    m_list->selectRow(target);
    QWidget *place = m_modelName;
    if (field == "provider"_L1)
        place = m_provider;
    else if (field == "weight"_L1)
        place = m_weight;
    place->setFocus();
}

void TargetsEditor::add()
{
    // A further target is most often at another provider than those before it.
    const QList<RouteTarget> &present = m_model->targets();
    const auto unused = std::find_if(m_providers.cbegin(), m_providers.cend(), [&](const Provider &provider) {
        return std::none_of(present.cbegin(), present.cend(),
                            [&](const RouteTarget &target) { return target.provider == provider.id; });
    });
    QString provider;
    if (unused != m_providers.cend())
        provider = unused->id;
    else if (!m_providers.isEmpty())
        provider = m_providers.first().id;
    m_model->append({provider, {}});
    m_list->selectRow(m_model->rowCount() - 1);
    m_provider->setFocus();
}

void TargetsEditor::remove(int row)
{
    if (row < 0)
        return;
    m_model->remove(row);
    m_list->selectRow(std::min(row, m_model->rowCount() - 1));
    showCurrent();
}

void TargetsEditor::move(int row, int to)
{
    if (row < 0 || to < 0 || to >= m_model->rowCount())
        return;
    m_model->move(row, to);
    m_list->selectRow(to);
    showCurrent();
}

void TargetsEditor::showCurrent()
{
    const QScopedValueRollback filling(m_filling, true);
    const int row = m_list->currentRow();
    const bool any = row >= 0 && row < m_model->rowCount();
    const RouteTarget target = any ? m_model->targets()[row] : RouteTarget();
    if (any && m_provider->findData(target.provider) < 0)
        m_provider->addItem(target.provider, target.provider);
    m_provider->setCurrentIndex(m_provider->findData(target.provider));
    offerModels(target.provider, target.model);
    m_weight->setValue(target.weight);
    for (QWidget *field : {static_cast<QWidget *>(m_provider), static_cast<QWidget *>(m_modelName),
                           static_cast<QWidget *>(m_weight), static_cast<QWidget *>(m_remove)})
        field->setEnabled(any);
    m_up->setEnabled(any && row > 0);
    m_down->setEnabled(any && row + 1 < m_model->rowCount());
}

void TargetsEditor::storeCurrent()
{
    const int row = m_list->currentRow();
    if (m_filling || row < 0)
        return;
    m_model->setTarget(
        row, {m_provider->currentData().toString(), m_modelName->currentText().trimmed(), m_weight->value()});
}

void TargetsEditor::offerModels(const QString &provider, const QString &chosen)
{
    const QScopedValueRollback filling(m_filling, true);
    m_modelName->clear();
    if (const Provider *found = find(provider)) {
        for (const ModelEntry &model : found->models) {
            if (!model.id.contains(u'*'))
                m_modelName->addItem(model.id);
        }
    }
    m_modelName->setCurrentIndex(m_modelName->findText(chosen, Qt::MatchExactly | Qt::MatchCaseSensitive));
    m_modelName->setEditText(chosen);
}

const Provider *TargetsEditor::find(const QString &provider) const
{
    const auto it = std::find_if(m_providers.cbegin(), m_providers.cend(),
                                 [&](const Provider &p) { return p.id == provider; });
    return it == m_providers.cend() ? nullptr : &*it;
}

} // namespace gatehouse
