// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/upstream/transfer.h"

#include <QString>
#include <QStringView>

namespace gatehouse {

// What an attempt's failure means: the one place that turns ends and answers of providers into errors, and
// the place to judge whether another attempt may help.

//! Why \a provider gave no usable answer, in the terms of the contract's table of errors (section 4).
Error toError(const TransferEnd &end, const QString &provider);

//! For an answer that was whole, but is not one that an API gives. \a what: such as "a web page".
Error unusableAnswer(const QString &provider, QStringView what);

} // namespace gatehouse
