// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse {

//! The text of a config.json with nothing in the place of what is or may be a secret: all that is no
//! reference in any `apiKey`, and, wherever it stands (a header, a comment), what has the form of a key. The
//! text need not be well-formed; where it is not, rather too much goes than too little.
QByteArray withoutSecrets(QByteArrayView json);

} // namespace gatehouse
