// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/edited_card.h"

class QComboBox;
class QFormLayout;
class QRadioButton;
class QSpinBox;

namespace gatehouse {

class PlainLabel;

//! Where the gateway listens, and so who can reach it.
class ListenerCard final : public EditedCard
{
    Q_OBJECT

public:
    //! \a addresses are those of this machine in its networks.
    ListenerCard(const Context &context, const QStringList &addresses, QWidget *parent = nullptr);

    //! When this machine is in another network.
    void setAddresses(const QStringList &addresses);
    //! When the gateway moves, or is started.
    void showPlace();

private:
    void fill(const Config &config) override;
    void read(Config &config) const override;
    void copyPart(const Config &from, Config &to) const override;
    void onEdited(const Config &next) override;

    QStringList m_addresses;
    QString m_loopback; //!< how the file calls this machine
    QRadioButton *m_local;
    QRadioButton *m_network;
    PlainLabel *m_needsClient;
    QFormLayout *m_form;
    QComboBox *m_address;
    QSpinBox *m_port;
    Banner *m_warning;
    PlainLabel *m_urls;
    PlainLabel *m_place;
};

} // namespace gatehouse
