// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/import/import_steps.h"

#include <QDialog>

class QCheckBox;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace gatehouse {

class Banner;
class KeyChoiceBox;
class KeyTransfer;
class PlanView;

//! Shows what importing a file would change, and does it: its keys go to the keychain first.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    //! \a file is what a person calls it.
    ImportDialog(const Context &context, const QString &file, const Imported &imported,
                 const ImportSteps &steps = {}, QWidget *parent = nullptr);

    //! Imports; stays open with the reason when that cannot be done.
    void accept() override;
    //! Gives up the keys that are being stored, or the import.
    void reject() override;

Q_SIGNALS:
    //! \a text says what was done; \a changed: the configuration, which Draft::undo() takes back.
    void imported(const QString &text, bool changed);

private:
    QWidget *makeChoice();
    ImportMode mode() const;
    void makePlan();
    void onDraftChanged();
    void updateButton();
    void setStoring(bool storing);
    void onFinished(const QList<ImportedKey> &missing, const QString &reason);
    //! \a missing: keys that the keychain did not take.
    void save(int missing);
    QString doneText(int missing) const;

    Context m_context;
    QString m_file;
    Imported m_imported;
    ImportSteps m_steps;
    ImportPlan m_plan;
    Config m_plannedFor;
    KeyTransfer *m_transfer;
    QList<ImportedKey> m_chosen; //!< that are being stored
    bool m_saving = false;
    QWidget *m_form;
    QRadioButton *m_merge;
    QRadioButton *m_replace;
    Banner *m_banner;
    PlanView *m_view;
    KeyChoiceBox *m_keys;
    QCheckBox *m_known;
    QProgressBar *m_progress;
    QPushButton *m_import;
};

} // namespace gatehouse
