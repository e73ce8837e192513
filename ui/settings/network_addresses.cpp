// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/network_addresses.h"

#include <QNetworkInterface>

namespace gatehouse {

QStringList networkAddresses()
{
    QStringList found;
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        if (!interface.flags().testFlags(QNetworkInterface::IsUp | QNetworkInterface::IsRunning))
            continue;
        const QList<QNetworkAddressEntry> entries = interface.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            const QHostAddress address = entry.ip();
            if (address.protocol() == QHostAddress::IPv4Protocol && !address.isLoopback() &&
                !address.isLinkLocal())
                found.append(address.toString());
        }
    }
    return found;
}

} // namespace gatehouse
