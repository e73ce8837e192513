// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearance_card.h"

#include "ui/program.h"
#include "ui/settings/languages.h"
#include "ui/widgets/card.h"

#include <QComboBox>
#include <QFormLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

AppearanceCard::AppearanceCard(const Context &context, const QString &catalogues, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_appearance(new QComboBox)
    , m_language(new QComboBox)
{
    m_appearance->setObjectName(u"appearance"_s);
    m_appearance->addItem(tr("As the system"), int(Appearance::System));
    m_appearance->addItem(tr("Light"), int(Appearance::Light));
    m_appearance->addItem(tr("Dark"), int(Appearance::Dark));
    m_language->setObjectName(u"language"_s);
    m_language->addItem(tr("As the system"), QString());
    const QList<Language> languages = languagesIn(catalogues);
    for (const Language &language : languages)
        m_language->addItem(language.name, language.code);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("App&earance:"), m_appearance);
    form->addRow(tr("Lang&uage:"), m_language);
    auto *card = new Card(tr("Appearance and language"));
    card->body()->addLayout(form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_appearance, &QComboBox::activated, this, [this] {
        Preferences preferences = m_context.program.preferences();
        preferences.appearance = Appearance(m_appearance->currentData().toInt());
        m_context.program.setPreferences(preferences);
    });
    connect(m_language, &QComboBox::activated, this, [this] {
        Preferences preferences = m_context.program.preferences();
        preferences.language = m_language->currentData().toString();
        m_context.program.setPreferences(preferences);
    });
    refresh();
}

void AppearanceCard::refresh()
{
    const Preferences preferences = m_context.program.preferences();
    m_appearance->setCurrentIndex(m_appearance->findData(int(preferences.appearance)));
    // A language that has no catalogue is as good as none chosen.
    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
}

} // namespace gatehouse
