// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/presets.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/providers/provider_dialog.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemModel>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include <memory>

namespace gatehouse {

//! A provider dialog, and hands to use it with.
struct DialogBench
{
    //! \a dotEnv: the variables that are set.
    explicit DialogBench(const Config &config = {}, const QByteArray &dotEnv = {})
    {
        rig.load(config, dotEnv);
    }

    void add() { show(std::make_unique<ProviderDialog>(rig.context, std::nullopt)); }
    void edit(const QString &id)
    {
        show(std::make_unique<ProviderDialog>(rig.context, *rig.draft.provider(id)));
    }
    //! Chooses a preset; an empty one is a custom provider.
    void choose(const QString &preset) const
    {
        auto *list = find<QListView>("presets");
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.flags().testFlag(Qt::ItemIsSelectable) && index.data(Qt::UserRole).toString() == preset)
                list->setCurrentIndex(index);
        }
        QTest::keyClick(list, Qt::Key_Return);
    }
    template<typename T>
    T *find(const char *name) const
    {
        T *found = dialog->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("There is no %s", name);
        return found;
    }
    void write(const char *name, const QString &text) const
    {
        auto *field = find<QLineEdit>(name);
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
    }
    QString read(const char *name) const { return find<QLineEdit>(name)->text(); }
    QString label(const char *name) const { return find<QLabel>(name)->text(); }
    //! What is wrong with a field; empty if nothing is.
    QString note(const char *name) const
    {
        auto *note = find<QWidget>(name);
        return note->isHidden() ? QString() : note->accessibleName();
    }
    QString message() const
    {
        auto *banner = dialog->findChild<Banner *>();
        return banner->isHidden() ? QString() : banner->accessibleName();
    }
    void press(const char *name) const { find<QPushButton>(name)->click(); }
    void tick(const char *name, bool on) const
    {
        auto *box = find<QCheckBox>(name);
        if (box->isChecked() != on)
            box->click();
    }
    void save() const { press("save"); }
    void giveUp() const { dialog->done(QDialog::Rejected); }
    //! The provider that was written last.
    Provider saved(qsizetype index = 0) const
    {
        return rig.saved.isEmpty() ? Provider() : rig.saved.last().providers.value(index);
    }

    UiRig rig;
    std::unique_ptr<ProviderDialog> dialog;

private:
    void show(std::unique_ptr<ProviderDialog> made)
    {
        dialog = std::move(made);
        dialog->show();
    }
};

} // namespace gatehouse
