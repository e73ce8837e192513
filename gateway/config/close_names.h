// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse {

//! Those of \a known that \a name may be a misspelling, a part or a longer form of, the closest first; at
//! most three.
QStringList closeNames(const QString &name, const QStringList &known);

//! The same as the end of a sentence, such as "; did you mean `groq`?"; empty if nothing is close.
QString suggestion(const QString &name, const QStringList &known);

} // namespace gatehouse
