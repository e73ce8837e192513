// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/access_form.h"

#include "connect/app_client.h"
#include "connect/app_files.h"
#include "ui/routes/callable_names.h"
#include "ui/widgets/plain_label.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace gatehouse {

AccessForm::AccessForm(QWidget *parent)
    : QWidget(parent)
    , m_model(new QComboBox)
    , m_key(new QLineEdit)
    , m_make(new QPushButton(tr("Ma&ke a key")))
    , m_keyRow(new QWidget)
    , m_keyNote(new PlainLabel({}, PlainLabel::Muted))
{
    m_model->setObjectName(u"connectModel"_s);
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMinimumContentsLength(16);
    m_model->setMaxVisibleItems(20);
    m_model->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_model->completer()->setFilterMode(Qt::MatchContains);
    m_key->setObjectName(u"connectKey"_s);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setPlaceholderText(tr("One that you have"));
    m_key->setMaxLength(512);
    m_make->setObjectName(u"connectMakeKey"_s);
    auto *keyLayout = new QHBoxLayout(m_keyRow);
    keyLayout->setContentsMargins(0, 0, 0, 0);
    keyLayout->addWidget(m_key, 1);
    keyLayout->addWidget(m_make);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto *modelLabel = new QLabel(tr("Mode&l:"));
    modelLabel->setBuddy(m_model);
    form->addRow(modelLabel, m_model);
    auto *keyLabel = new QLabel(tr("Client ke&y:"));
    keyLabel->setBuddy(m_key);
    form->addRow(keyLabel, m_keyRow);
    form->addRow(QString(), m_keyNote);
    connect(m_model, &QComboBox::editTextChanged, this, &AccessForm::changed);
    connect(m_key, &QLineEdit::textChanged, this, &AccessForm::changed);
    connect(m_key, &QLineEdit::textChanged, this,
            [this](const QString &key) { m_make->setEnabled(key.isEmpty()); });
    connect(m_make, &QPushButton::clicked, this, &AccessForm::keyRequested);
}

void AccessForm::begin(const ConnectableApp &app, const Config &config, const QString &chosen)
{
    const QSignalBlocker quiet(this);
    m_insists = insistsOnModel(app) || app.kind == ConnectableApp::Kind::ByHand;
    forgetKey();
    m_model->lineEdit()->setPlaceholderText(m_insists ? QString() : tr("The application's own choice"));
    m_model->setEditText(chosen.isEmpty() && m_insists ? firstModel(config) : chosen);
    refresh(config);
}

void AccessForm::refresh(const Config &config)
{
    const QSignalBlocker quiet(this);
    const QString model = m_model->currentText();
    QStringList names = plainNames(callableNames(config));
    if (!m_insists)
        names.prepend(QString());
    if (names != m_names) { // a person may be typing
        m_names = names;
        m_model->clear();
        m_model->addItems(names);
        m_model->setEditText(model);
    }
    const bool needsKey = !config.clients.isEmpty();
    m_keyRow->setEnabled(needsKey);
    m_keyNote->setText(
        needsKey ? tr("Without one, setting it up makes a client for it. A key is shown only now.")
                 : tr("None is needed: there are no clients, so every program on this machine may ask."));
}

void AccessForm::setKey(const QString &key)
{
    m_key->setEchoMode(QLineEdit::Normal);
    m_key->setText(key);
}

void AccessForm::forgetKey()
{
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setText({}); // unlike clear(), nothing is left to be undone
}

QString AccessForm::model() const
{
    return m_model->currentText().trimmed();
}

QString AccessForm::key() const
{
    return m_keyRow->isEnabled() ? m_key->text().trimmed() : QString();
}

} // namespace gatehouse
