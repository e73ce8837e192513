// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_form.h"

#include "gateway/config/base_url.h"
#include "gateway/config/presets.h"
#include "ui/draft.h"
#include "ui/providers/advanced_tab.h"
#include "ui/providers/basics_form.h"
#include "ui/providers/field_note.h"
#include "ui/providers/key_field.h"
#include "ui/providers/models_tab.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/wheel_guard.h"

#include <QDesktopServices>
#include <QGroupBox>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

ProviderForm::ProviderForm(const Context &context, QWidget *parent)
    : QTabWidget(parent)
    , m_context(context)
    , m_basics(new BasicsForm)
    , m_key(new KeyField(context))
    , m_keyPage(new QPushButton(tr("Get a key on&line…")))
    , m_keyPageNote(new FieldNote)
    , m_models(new ModelsTab(context.gateway, [this] { return probeRequest(); }))
    , m_advanced(new AdvancedTab)
    , m_first(makeFirstTab())
    , m_modelsPage(scrolled(m_models))
{
    addTab(m_first, tr("&Provider"));
    addTab(m_modelsPage, tr("Mo&dels"));
    addTab(m_advanced, tr("Ad&vanced"));
    connect(m_basics, &BasicsForm::changed, this, [this] { m_key->follow(provider()); });
    connect(m_basics, &BasicsForm::addressChanged, this, &ProviderForm::questionChanged);
    connect(m_key, &KeyField::changed, this, &ProviderForm::questionChanged);
    connect(m_advanced, &AdvancedTab::wayChanged, this, &ProviderForm::questionChanged);
    connect(m_keyPage, &QPushButton::clicked, this, [this] {
        const Preset *preset = findPreset(m_base.preset);
        if (preset && !QDesktopServices::openUrl(QUrl(preset->keyUrl)))
            m_keyPageNote->say(tr("No program could be found that opens %1.").arg(preset->keyUrl));
    });
}

QWidget *ProviderForm::makeFirstTab()
{
    m_keyPage->setObjectName(u"keyPage"_s);
    m_keyPage->setAutoDefault(false);
    auto *keys = new QGroupBox(tr("API key"));
    auto *keyLayout = new QVBoxLayout(keys);
    keyLayout->addWidget(m_key);
    keyLayout->addWidget(m_keyPage, 0, Qt::AlignLeft);
    m_keyPageNote->setObjectName(u"keyPageNote"_s);
    keyLayout->addWidget(m_keyPageNote);
    auto *inner = new QWidget;
    auto *layout = new QVBoxLayout(inner);
    layout->addWidget(m_basics);
    layout->addWidget(keys);
    layout->addStretch(1);
    auto *scroll = scrolled(inner);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    (new WheelGuard(scroll))->guard(*scroll);
    return scroll;
}

void ProviderForm::begin(const Provider &provider)
{
    setProvider(provider);
    m_key->begin(provider);
}

void ProviderForm::beginAnew(const Provider &provider, bool idFollows)
{
    setProvider(provider);
    m_key->beginAnew(provider);
    if (idFollows)
        m_basics->nameIdAfterName(m_context.draft.config());
}

void ProviderForm::setProvider(const Provider &provider)
{
    m_base = provider;
    m_basics->setProvider(provider);
    m_models->setModels(provider.models);
    m_advanced->setProvider(provider);
    const Preset *preset = findPreset(provider.preset);
    m_keyPage->setVisible(preset && !preset->keyUrl.isEmpty());
    m_keyPageNote->say({});
    clearProblems();
    setCurrentWidget(m_first);
}

Provider ProviderForm::provider() const
{
    Provider provider = m_base;
    m_basics->fill(provider);
    if (provider.name.isEmpty())
        provider.name = provider.id;
    if (provider.dialect != m_base.dialect)
        provider.nativeResponses = false; // known of the other API only
    provider.models = m_models->models();
    m_advanced->fill(provider);
    provider.apiKeys = m_key->choice().references;
    return provider;
}

std::optional<ProbeRequest> ProviderForm::probeRequest()
{
    clearProblems();
    const ProbeRequest request{ProbeRequest::Models, provider(), m_key->choice().typed};
    if (const QString problem = baseUrlProblem(request.provider.baseUrl); !problem.isEmpty()) {
        showProblem(u"baseUrl"_s, problem);
        return {};
    }
    if (showKeyProblem())
        return {};
    return request;
}

void ProviderForm::bringIntoView(ProviderField field)
{
    const bool isFirst = field == ProviderField::Address || field == ProviderField::Key;
    setCurrentWidget(isFirst ? m_first : m_advanced);
    if (field == ProviderField::Key)
        m_key->setFocus();
    else if (!isFirst)
        m_advanced->bringIntoView(field);
}

bool ProviderForm::showProblem(const QString &field, const QString &message)
{
    const QString name = field.section(u'/', 0, 0);
    if (name == "apiKey"_L1) {
        setCurrentWidget(m_first);
        m_key->showProblem(tr("The key %1.").arg(message));
        return true;
    }
    if (m_basics->showProblem(field, message)) {
        setCurrentWidget(m_first);
        return true;
    }
    if (m_models->showProblem(field, message)) {
        setCurrentWidget(m_modelsPage);
        return true;
    }
    if (m_advanced->showProblem(field, message)) {
        setCurrentWidget(m_advanced);
        return true;
    }
    return false;
}

bool ProviderForm::showKeyProblem()
{
    const QString problem = m_key->problem();
    if (problem.isEmpty())
        return false;
    setCurrentWidget(m_first);
    m_key->showProblem(problem);
    return true;
}

bool ProviderForm::showIfTooManyModels()
{
    if (!m_models->showIfTooMany())
        return false;
    setCurrentWidget(m_modelsPage);
    return true;
}

void ProviderForm::focusName()
{
    setCurrentWidget(m_first);
    m_basics->focusName();
}

void ProviderForm::clearProblems()
{
    m_basics->clearProblems();
    m_models->clearProblems();
}

} // namespace gatehouse
