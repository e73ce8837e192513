// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QStringList>
#include <QWidget>

class QPushButton;

namespace gatehouse {

class Banner;
class EntryList;

//! The names, beside those of the loopback, by which this machine may be called.
class HostsCard final : public QWidget
{
    Q_OBJECT

public:
    //! \a addresses are those of this machine in its networks: they can be added at once.
    HostsCard(const Context &context, const QStringList &addresses, QWidget *parent = nullptr);

    //! When this machine is in another network.
    void setAddresses(const QStringList &addresses);
    void refresh();

private:
    QStringList missing() const;
    QString save(const QStringList &hosts);

    Context m_context;
    QStringList m_addresses;
    EntryList *m_list;
    Banner *m_offer;
    Banner *m_undo;
    QPushButton *m_addAll;
};

} // namespace gatehouse
