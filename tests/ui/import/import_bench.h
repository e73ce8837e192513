// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/ui_rig.h"
#include "ui/import/import_dialog.h"
#include "ui/widgets/banner.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>

#include <memory>

namespace gatehouse {

//! Two keys in plain text, of providers "new" (twice).
inline Imported someImport()
{
    using namespace Qt::StringLiterals;
    Imported imported{ImportFormat::NodeGateway, {}, {}, {}};
    Provider provider = someProvider(u"new"_s, u"New"_s);
    provider.apiKeys = {u"keychain:new@api.new.example"_s, u"keychain:new/2@api.new.example"_s};
    imported.config.providers = {provider};
    imported.keys = {{u"new"_s, 0, provider.apiKeys[0], "sk-one"},
                     {u"new"_s, 1, provider.apiKeys[1], "sk-two"}};
    return imported;
}

//! An import dialog whose plan adds what was imported, and hands to use it with.
struct ImportBench
{
    ImportBench()
    {
        Config config;
        config.providers = {someProvider(QStringLiteral("old"), QStringLiteral("Old"))};
        rig.load(config);
        steps.plan = [this](const Config &now, const Imported &with, ImportMode mode) {
            ++plans;
            lastMode = mode;
            ImportPlan plan{now, changes, with.left, problems, with.unset};
            plan.result.providers += with.config.providers;
            return plan;
        };
    }

    void open()
    {
        dialog = std::make_unique<ImportDialog>(rig.context, QStringLiteral("models.json"), file, steps);
        QObject::connect(dialog.get(), &ImportDialog::imported, dialog.get(),
                         [this](const QString &text, bool changed) {
                             done = text;
                             doneChanged = changed;
                         });
        dialog->show();
    }
    template<typename T>
    T *find(const char *name) const
    {
        T *found = dialog->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("There is no %s", name);
        return found;
    }
    QPushButton *import() const { return find<QPushButton>("importDo"); }
    void press(const char *name) const { find<QPushButton>(name)->click(); }
    QString banner(const char *name) const
    {
        auto *banner = find<Banner>(name);
        return banner->isHidden() ? QString() : banner->accessibleName();
    }
    QString problem() const { return banner("importProblem"); }
    QString cell(int row, int column) const
    {
        const QAbstractItemModel *model = find<QTableView>("importChanges")->model();
        return model->index(row, column).data().toString();
    }
    QStringList notes() const
    {
        auto *list = find<QListWidget>("importNotes");
        QStringList notes;
        for (int row = 0; !list->isHidden() && row < list->count(); ++row)
            notes.append(list->item(row)->text());
        return notes;
    }

    UiRig rig;
    Imported file = someImport();
    QList<ImportChange> changes = {
        {ImportChange::Added, ImportChange::Provider, QStringLiteral("new"), QStringLiteral("2 models")}};
    QList<Problem> problems;
    ImportSteps steps;
    int plans = 0;
    ImportMode lastMode = ImportMode::Merge;
    QString done;
    bool doneChanged = false;
    std::unique_ptr<ImportDialog> dialog;
};

} // namespace gatehouse
