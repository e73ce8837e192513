// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/basics_form.h"

#include "ui/providers/field_note.h"
#include "ui/providers/new_provider.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! The part of \a url in braces, with them; empty if there is none.
QString partOf(const QString &url)
{
    const qsizetype open = url.indexOf(u'{');
    const qsizetype close = url.indexOf(u'}', open);
    return open < 0 || close < 0 ? QString() : url.mid(open, close - open + 1);
}

} // namespace

BasicsForm::BasicsForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_dialect(new QComboBox)
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name = addField(*m_form, tr("&Name:"), u"name"_s);
    m_name->setPlaceholderText(tr("What you call it"));
    m_id = addField(*m_form, tr("&Id:"), u"id"_s);
    m_id->setToolTip(tr("How model names and the configuration refer to it: a-z, 0-9, dot, dash."));
    m_dialect->addItem(tr("OpenAI"), int(Dialect::OpenAi));
    m_dialect->addItem(tr("Anthropic"), int(Dialect::Anthropic));
    m_dialect->addItem(tr("Google Gemini"), int(Dialect::Gemini));
    m_dialect->addItem(tr("Azure OpenAI"), int(Dialect::AzureOpenAi));
    m_dialect->setToolTip(tr("Decides how requests look and which header carries the key."));
    addToForm(*m_form, tr("API st&yle:"), m_dialect, u"dialect"_s);
    m_part = new QLineEdit;
    m_part->setObjectName(u"urlPart"_s);
    // One label of a host name: anything more could lead the key to another host.
    m_part->setValidator(
        new QRegularExpressionValidator(QRegularExpression(u"[A-Za-z0-9-]{0,63}"_s), m_part));
    m_form->addRow(u" "_s, m_part);
    m_url = addField(*m_form, tr("Base &URL:"), u"baseUrl"_s);
    m_url->setPlaceholderText(u"https://api.example.com/v1"_s);

    connect(m_name, &QLineEdit::textEdited, this, &BasicsForm::onNameEdited);
    connect(m_id, &QLineEdit::textEdited, this, [this] {
        m_idFollows = false;
        Q_EMIT changed();
    });
    connect(m_dialect, &QComboBox::activated, this, &BasicsForm::changed);
    connect(m_dialect, &QComboBox::currentIndexChanged, this, &BasicsForm::addressChanged);
    connect(m_url, &QLineEdit::textChanged, this, &BasicsForm::addressChanged);
    connect(m_part, &QLineEdit::textEdited, this, &BasicsForm::onPartEdited);
    connect(m_url, &QLineEdit::textEdited, this, &BasicsForm::onUrlEdited);
    showPart();
}

QLineEdit *BasicsForm::addField(QFormLayout &form, const QString &label, const QString &name)
{
    auto *field = new QLineEdit;
    addToForm(form, label, field, name);
    connect(field, &QLineEdit::textEdited, m_notes[name], [note = m_notes[name]] { note->say({}); });
    return field;
}

void BasicsForm::addToForm(QFormLayout &form, const QString &label, QWidget *field, const QString &name)
{
    field->setObjectName(name);
    auto *note = new FieldNote;
    note->setObjectName(QString(name + u"Note"_s));
    m_notes.insert(name, note);
    auto *box = new QVBoxLayout;
    box->setSpacing(2);
    box->addWidget(field);
    box->addWidget(note);
    form.addRow(label, box);
    if (auto *caption = qobject_cast<QLabel *>(form.labelForField(box)))
        caption->setBuddy(field);
}

void BasicsForm::setProvider(const Provider &provider)
{
    m_idFollows = false;
    m_name->setText(provider.name);
    m_id->setText(provider.id);
    m_dialect->setCurrentIndex(m_dialect->findData(int(provider.dialect)));
    m_url->setText(provider.baseUrl);
    m_url->setCursorPosition(0);
    m_pattern = partOf(provider.baseUrl).isEmpty() ? QString() : provider.baseUrl;
    m_part->clear();
    showPart();
    clearProblems();
}

void BasicsForm::nameIdAfterName(const Config &config)
{
    m_idFollows = true;
    m_config = config;
}

void BasicsForm::fill(Provider &provider) const
{
    provider.name = m_name->text().trimmed();
    provider.id = m_id->text().trimmed();
    provider.dialect = Dialect(m_dialect->currentData().toInt());
    provider.auth = authHeaderFor(provider.dialect);
    provider.baseUrl = m_url->text().trimmed();
}

bool BasicsForm::showProblem(const QString &field, const QString &message)
{
    FieldNote *note = m_notes.value(field);
    if (!note)
        return false;
    const QString label = field == "baseUrl"_L1 ? tr("The base URL")
                          : field == "id"_L1    ? tr("The id")
                          : field == "name"_L1  ? tr("The name")
                                                : tr("The API style");
    note->say(tr("%1 %2.").arg(label, message));
    const bool partMissing = field == "baseUrl"_L1 && !m_pattern.isEmpty();
    (partMissing ? m_part : findChild<QWidget *>(field))->setFocus();
    return true;
}

void BasicsForm::clearProblems()
{
    for (FieldNote *note : std::as_const(m_notes))
        note->say({});
}

void BasicsForm::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void BasicsForm::onNameEdited()
{
    if (m_idFollows)
        m_id->setText(freeProviderId(m_name->text(), m_config));
    Q_EMIT changed();
}

void BasicsForm::onUrlEdited()
{
    m_pattern = partOf(m_url->text()).isEmpty() ? QString() : m_url->text();
    m_part->clear();
    showPart();
    Q_EMIT changed();
}

void BasicsForm::onPartEdited(const QString &part)
{
    QString url = m_pattern;
    if (!part.isEmpty())
        url.replace(partOf(m_pattern), part);
    m_url->setText(url);
    m_notes[u"baseUrl"_s]->say({});
    Q_EMIT changed();
}

void BasicsForm::showPart()
{
    const QString part = partOf(m_pattern);
    m_part->setVisible(!part.isEmpty());
    auto *label = qobject_cast<QLabel *>(m_form->labelForField(m_part));
    label->setVisible(!part.isEmpty());
    if (part.isEmpty())
        return;
    const QString name = part.mid(1, part.size() - 2);
    const QString known = name == "resource"_L1 ? tr("&Resource name:")
                          : name == "region"_L1 ? tr("&Region:")
                                                : QString();
    label->setTextFormat(Qt::PlainText);
    label->setText(known.isEmpty() ? QString(name).replace(u'&', u"&&"_s) + u':' : known);
    m_part->setPlaceholderText(tr("Goes in the place of %1 in the base URL").arg(part));
    m_part->setAccessibleName(name);
}

} // namespace gatehouse
