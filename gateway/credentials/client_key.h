// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse {

//! A new key for an application that calls the gateway: `gh-` and 64 lower-case hex digits, from 256 bits of
//! the system's randomness.
QByteArray newClientKey();

//! What is kept of a client key (Client::keyHash): `sha256:` and 64 lower-case hex digits.
QByteArray clientKeyHash(QByteArrayView key);

} // namespace gatehouse
