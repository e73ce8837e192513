// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace gatehouse {

class LocalServers;
class PresetList;

//! Chooses what a provider begins as: a known one, or a custom one.
class PresetChooser final : public QWidget
{
    Q_OBJECT

public:
    explicit PresetChooser(const Context &context, QWidget *parent = nullptr);

    //! Looks for servers on this machine, and puts the cursor where one can type.
    void begin();
    //! Chooses what is current.
    void choose();

Q_SIGNALS:
    //! The preset's id; empty: a custom provider.
    void chosen(const QString &preset);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    QString current() const;
    void select(int row);

    Context m_context;
    QLineEdit *m_search;
    PresetList *m_presets;
    QListView *m_list;
    LocalServers *m_servers = nullptr;
};

} // namespace gatehouse
