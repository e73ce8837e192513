// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse::gemini {

//! \a body with \a model in place of each model that it names beside the path: its own, that of a request
//! whose tokens are to be counted, those of a batch. What is no JSON object stays as it is.
QByteArray renamed(const QByteArray &body, QByteArrayView model);

} // namespace gatehouse::gemini
