// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/credentials/secret_store.h"
#include "ui/context.h"
#include "ui/provider_field.h"
#include "ui/providers/unsaved_keys.h"
#include "ui/widgets/edit_dialog.h"

#include <optional>

class QDialogButtonBox;
class QPushButton;
class QStackedWidget;

namespace gatehouse {

class Banner;
class PlainLabel;
class PresetChooser;
class ProviderForm;
class TestPanel;

//! Adds or edits a provider, and saves it: a typed key goes to the keychain first.
class ProviderDialog final : public EditDialog
{
    Q_OBJECT

public:
    //! Edits \a edited. Without it a new provider is made: as \a first has it, or else from a choice of
    //! presets.
    ProviderDialog(const Context &context, const std::optional<Provider> &edited,
                   const std::optional<Provider> &first = {}, QWidget *parent = nullptr);

    //! Of what is edited.
    void bringIntoView(ProviderField field);
    //! Goes on to the form, or saves; stays open with the reason when that cannot be done.
    void accept() override;
    //! Goes back to the form, or gives up.
    void reject() override;
    bool isEdited() const override;
    void done(int result) override;

Q_SIGNALS:
    //! \a dropped: entries of the keychain that are to be removed now.
    void saved(const QString &id, const QStringList &dropped);

private:
    QWidget *makeFormPage();
    void showChooser();
    void showForm();
    void usePreset(const QString &id);
    QString idBefore() const { return m_edited ? m_edited->id : QString(); }
    Config edited() const;
    //! Whether this dialog may write, where the file's provider is no longer the one it began with.
    bool mayOverwrite();
    void storeKey(const QString &entry, const QByteArray &key);
    void onStored(const SecretStore::Answer &answer);
    void save();
    void setStoring(bool storing);
    void explain(const QList<Problem> &problems);
    void selfTest();

    Context m_context;
    std::optional<Provider> m_edited;   //!< as it was when this began
    std::optional<Provider> m_expected; //!< as it is to be in the file when this is saved
    Provider m_start;                   //!< as the form had it
    bool m_started = false;             //!< the form has been filled
    bool m_storing = false;             //!< the keychain has been given a key and has not answered
    UnsavedKeys m_keys;
    QStackedWidget *m_pages;
    PresetChooser *m_chooser;
    QWidget *m_formPage;
    Banner *m_banner;
    PlainLabel *m_presetName;
    ProviderForm *m_form;
    TestPanel *m_test;
    QDialogButtonBox *m_buttons;
    QPushButton *m_accept;
};

} // namespace gatehouse
