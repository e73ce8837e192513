// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/import/import_plan.h"

#include <QWidget>

class QCheckBox;

namespace gatehouse {

class PlainLabel;

//! Whether the keys that a file holds in plain text are taken along.
class KeyChoiceBox final : public QWidget
{
    Q_OBJECT

public:
    //! \a store: what a person calls the keychain.
    explicit KeyChoiceBox(const QString &store, QWidget *parent = nullptr);

    //! Of \a imported, the keys that \a plan refers to; of \a now, those that would be replaced.
    void setPlan(const Imported &imported, const ImportPlan &plan, const Config &now);
    //! What is to be stored.
    QList<ImportedKey> chosen() const;
    //! How many are left out by choice.
    int leftOut() const;

Q_SIGNALS:
    void changed();

private:
    QString m_store;
    QList<ImportedKey> m_keys;
    QCheckBox *m_take;
    PlainLabel *m_note;
};

} // namespace gatehouse
