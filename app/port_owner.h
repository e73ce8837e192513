// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace gatehouse {

//! The program that listens on TCP \a port, such as `nginx (process 812)`; empty where that cannot be
//! found out: it is another user's, or this system does not tell.
QString portOwner(quint16 port);

} // namespace gatehouse
