// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_dialog.h"

#include "gateway/config/config_check.h"
#include "ui/draft.h"
#include "ui/providers/key_field.h"
#include "ui/providers/models_tab.h"
#include "ui/providers/new_provider.h"
#include "ui/providers/preset_chooser.h"
#include "ui/providers/provider_changes.h"
#include "ui/providers/provider_form.h"
#include "ui/providers/test_panel.h"
#include "ui/self_test/self_test_dialog.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/open_editor.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/screen_fit.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

ProviderDialog::ProviderDialog(const Context &context, const std::optional<Provider> &edited,
                               const std::optional<Provider> &first, QWidget *parent)
    : EditDialog(parent)
    , m_context(context)
    , m_edited(edited)
    , m_expected(edited)
    , m_keys(context)
    , m_pages(new QStackedWidget)
    , m_chooser(new PresetChooser(context))
    , m_banner(new Banner)
    , m_presetName(new PlainLabel({}, PlainLabel::Muted))
    , m_form(new ProviderForm(context))
    , m_test(new TestPanel(context.gateway,
                           [this] {
                               commitOpenEditor(*this);
                               return m_form->probeRequest();
                           }))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel))
{
    setWindowTitle(edited ? tr("Edit provider") : tr("Add a provider"));
    m_formPage = makeFormPage();
    m_pages->addWidget(m_chooser);
    m_pages->addWidget(m_formPage);
    m_accept = m_buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"save"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_banner);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_buttons);
    resizeToFit(*this, {680, 600});

    connect(m_buttons, &QDialogButtonBox::accepted, this, &ProviderDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ProviderDialog::reject);
    connect(m_chooser, &PresetChooser::chosen, this, &ProviderDialog::usePreset);
    connect(m_form, &ProviderForm::questionChanged, m_test, &TestPanel::reset);
    connect(m_test, &TestPanel::modelsFound, &m_form->models(), &ModelsTab::merge);
    connect(m_test, &TestPanel::selfTestRequested, this, &ProviderDialog::selfTest);
    m_test->setSelfTest(edited.has_value());
    if (edited || first) {
        m_form->begin(edited ? *edited : *first);
        m_start = m_form->provider();
        showForm();
    } else {
        showChooser();
    }
}

QWidget *ProviderDialog::makeFormPage()
{
    auto *page = new QWidget;
    auto *change = new QPushButton(tr("C&hoose a preset…"));
    change->setObjectName(u"changePreset"_s);
    change->setAutoDefault(false);
    change->setToolTip(tr("Sets the address, the API style, the headers and the models anew."));
    connect(change, &QPushButton::clicked, this, &ProviderDialog::showChooser);
    auto *head = new QHBoxLayout;
    head->addWidget(m_presetName, 1);
    head->addWidget(change);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_form, 1);
    layout->addWidget(m_test);
    return page;
}

void ProviderDialog::showChooser()
{
    m_pages->setCurrentWidget(m_chooser);
    m_accept->setText(tr("&Next"));
    if (m_started)
        m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("&Back"));
    m_chooser->begin();
}

void ProviderDialog::showForm()
{
    m_started = true;
    const Preset *preset = findPreset(m_form->provider().preset);
    m_presetName->setText(preset ? tr("Preset: %1").arg(presetName(*preset)) : tr("Custom provider"));
    m_test->reset();
    m_pages->setCurrentWidget(m_formPage);
    m_accept->setText(tr("&Save"));
    m_accept->setDefault(true);
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_form->focusName();
}

//! Nothing of another provider is to remain but what a person has set about how this one is used.
void ProviderDialog::usePreset(const QString &id)
{
    const Preset *preset = findPreset(id);
    const Config &config = m_context.draft.config();
    Provider provider;
    if (preset)
        provider = providerFrom(*preset, config);
    else
        provider.id = freeProviderId(u"custom"_s, config);
    if (m_edited)
        provider.id = m_edited->id;
    if (m_started) {
        const Provider before = m_form->provider();
        provider.enabled = before.enabled;
        provider.limits = before.limits;
        provider.timeouts = before.timeouts;
        provider.retry = before.retry;
        provider.proxy = before.proxy;
    }
    m_form->beginAnew(provider, !preset && !m_edited);
    if (!m_edited)
        m_start = m_form->provider(); // chosen once more with little effort
    showForm();
}

Config ProviderDialog::edited() const
{
    return withProvider(m_context.draft.config(), idBefore(), m_form->provider());
}

bool ProviderDialog::mayOverwrite()
{
    if (!m_edited)
        return true;
    const Provider *present = m_context.draft.provider(m_edited->id);
    const std::optional<Provider> now = present ? std::optional(*present) : std::nullopt;
    if (now == m_expected)
        return true;
    const Conflict answer = askAboutConflict(this, m_edited->name);
    if (answer == Conflict::KeepMine)
        m_expected = now;
    else if (answer == Conflict::TakeTheirs)
        done(Rejected); // that is an answer already
    return answer == Conflict::KeepMine;
}

void ProviderDialog::bringIntoView(ProviderField field)
{
    m_form->bringIntoView(field);
}

void ProviderDialog::accept()
{
    if (m_pages->currentWidget() == m_chooser)
        return m_chooser->choose();
    if (m_storing)
        return;
    commitOpenEditor(*this);
    m_form->models().takeTyped();
    m_banner->hide();
    m_form->clearProblems();
    if (const QList<Problem> problems = check(edited()); hasError(problems))
        return explain(problems); // before a key is stored for it
    if (m_form->showIfTooManyModels() || m_form->showKeyProblem() || !mayOverwrite())
        return;
    const KeyChoice keys = m_form->key().choice();
    if (keys.typed.isEmpty())
        return save();
    if (!keys.sessionOnly)
        return storeKey(keys.entry, keys.typed);
    m_context.secrets.keepForSession(keys.entry, keys.typed);
    save();
}

void ProviderDialog::storeKey(const QString &entry, const QByteArray &key)
{
    setStoring(true);
    m_keys.store(entry, key, [self = QPointer(this)](const SecretStore::Answer &answer) {
        if (self && self->m_storing)
            self->onStored(answer);
    });
}

void ProviderDialog::onStored(const SecretStore::Answer &answer)
{
    setStoring(false);
    if (answer.state != SecretStore::Answer::Found)
        return m_form->key().showRefusal(answer);
    if (mayOverwrite()) // the file may have changed while the keychain waited for a person
        save();
}

void ProviderDialog::save()
{
    const Provider provider = m_form->provider();
    const QStringList dropped = m_form->key().choice().dropped;
    if (const QList<Problem> problems = m_context.draft.save(edited()); hasError(problems))
        return explain(problems);
    m_keys.keep(provider);
    QDialog::accept();
    Q_EMIT saved(provider.id, dropped);
}

//! The gateway asks the provider as it is in force: what stands here must be that.
void ProviderDialog::selfTest()
{
    const KeyChoice keys = m_form->key().choice();
    Provider saved = *m_edited;
    if (saved.name.isEmpty())
        saved.name = saved.id; // as the form has it
    const Provider *present = m_context.draft.provider(saved.id);
    if (present && *present == *m_edited && m_form->provider() == saved && keys.typed.isEmpty()) {
        m_banner->hide();
        openSelfTest(m_context, saved.id, this);
    } else {
        m_banner->say(Tone::Neutral,
                      tr("Save the changes first: the self-test asks the provider as it is saved."));
    }
}

void ProviderDialog::reject()
{
    if (m_started && m_pages->currentWidget() == m_chooser)
        return showForm();
    EditDialog::reject();
}

bool ProviderDialog::isEdited() const
{
    return m_started &&
           (m_form->provider() != m_start || m_form->key().isEdited() || m_form->models().hasTyped());
}

void ProviderDialog::done(int result)
{
    m_storing = false;
    m_keys.giveUp();
    m_form->key().wipe();
    QDialog::done(result);
}

void ProviderDialog::setStoring(bool storing)
{
    m_storing = storing;
    m_formPage->setEnabled(!storing);
    m_accept->setEnabled(!storing);
    if (storing)
        m_banner->say(Tone::Neutral, tr("Storing the key in %1…").arg(m_context.secrets.name()));
    else
        m_banner->hide();
}

void ProviderDialog::explain(const QList<Problem> &problems)
{
    const Config &config = m_context.draft.config();
    const qsizetype present = m_edited ? providerIndex(config, m_edited->id) : -1;
    const QString path = u"/providers/%1/"_s.arg(present < 0 ? config.providers.size() : present);
    const bool idIsWrong = std::any_of(problems.cbegin(), problems.cend(), [&](const Problem &problem) {
        return !problem.warning && problem.path == path + "id"_L1;
    });
    QList<Problem> elsewhere;
    // The first one last, so that it has the focus.
    for (auto problem = problems.crbegin(); problem != problems.crend(); ++problem) {
        if (problem->warning || (idIsWrong && problem->path.startsWith(path + "apiKey"_L1)))
            continue; // the entry of a typed key is named after the id
        const bool mine = problem->path.startsWith(path);
        if (!mine || !m_form->showProblem(problem->path.mid(path.size()), problem->message))
            elsewhere.prepend(*problem);
    }
    if (!elsewhere.isEmpty())
        m_banner->say(Tone::Bad, tr("That could not be saved. %1").arg(errorText(elsewhere)));
}

} // namespace gatehouse
