// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>

namespace gatehouse {

//! A piece of a text.
struct TextSpan
{
    qsizetype begin = 0;
    qsizetype end = 0;

    bool operator==(const TextSpan &) const = default;
};

//! Every piece of \a text that has the form of a key, in order and without overlaps: `sk-…`, `AIza…`, `gsk_…`
//! and the like at the beginning of a word; what follows `Bearer`; the value of `key=`, `x-api-key:`,
//! `"apiKey":` and their kin. Words such as `task-force` or `sk-learn` are none. One pass, no allocation
//! unless something is found.
QList<TextSpan> findKeyShapes(QByteArrayView text);

} // namespace gatehouse
