// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "ui/context.h"
#include "ui/provider_field.h"
#include "ui/providers/provider_probe.h"

#include <QTabWidget>

class QPushButton;

namespace gatehouse {

class AdvancedTab;
class BasicsForm;
class FieldNote;
class KeyField;
class ModelsTab;

//! All that can be said about a provider, on tabs.
class ProviderForm final : public QTabWidget
{
    Q_OBJECT

public:
    explicit ProviderForm(const Context &context, QWidget *parent = nullptr);

    //! Shows \a provider with the keys that it has.
    void begin(const Provider &provider);
    //! Shows \a provider with its usual keys, and nothing of what was shown before. Where \a idFollows, its
    //! id is made from its name.
    void beginAnew(const Provider &provider, bool idFollows);

    //! As it stands here; apiKeys as the key field has them.
    Provider provider() const;
    KeyField &key() const { return *m_key; }
    ModelsTab &models() const { return *m_models; }
    //! A question with what stands here; says what is missing for one.
    std::optional<ProbeRequest> probeRequest();

    //! Says what is wrong with \a field, such as `baseUrl` or `models/2/id`, where it stands; false where it
    //! stands nowhere here.
    bool showProblem(const QString &field, const QString &message);
    //! Shows the tab with \a field, and that.
    void bringIntoView(ProviderField field);
    //! Why the key cannot be saved, if so; says it.
    bool showKeyProblem();
    //! Whether more models are ticked than can be saved; says it.
    bool showIfTooManyModels();
    void clearProblems();
    void focusName();

Q_SIGNALS:
    //! What the provider would be asked with is not what it was.
    void questionChanged();

private:
    QWidget *makeFirstTab();
    void setProvider(const Provider &provider);

    Context m_context;
    Provider m_base; //!< what has no field here
    BasicsForm *m_basics;
    KeyField *m_key;
    QPushButton *m_keyPage;
    FieldNote *m_keyPageNote;
    ModelsTab *m_models;
    AdvancedTab *m_advanced;
    QWidget *m_first;
    QWidget *m_modelsPage; //!< scrolls on a low screen
};

} // namespace gatehouse
