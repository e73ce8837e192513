// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gatehouse {

// What Qt has no call for.

//! Ends the sending side of a connected socket and leaves the receiving side open.
void halfClose(qintptr socketDescriptor);

//! Sends what a connected socket takes at once of \a first and then \a second, without copying either. How
//! many bytes; none too where it fails, of which its owner learns by itself.
qsizetype sendNow(qintptr socketDescriptor, QByteArrayView first, QByteArrayView second);

//! Moves what a connected socket has at once to \a to, at most \a most bytes. How many; −1 where it has ended
//! or is broken.
qsizetype receiveNow(qintptr socketDescriptor, char *to, qsizetype most);

//! How many bytes that were sent on a connected socket its peer has not taken yet; −1 where the system does
//! not tell.
qint64 untaken(qintptr socketDescriptor);

} // namespace gatehouse
