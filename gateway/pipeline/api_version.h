// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gatehouse {

//! Whether \a segment of a path, with its slash, names the version of an API: `/v4`, `/v1beta`, `/v1alpha2`.
bool isApiVersion(QByteArrayView segment);

} // namespace gatehouse
