// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/http/incoming.h"

namespace gatehouse {

//! 413 request_too_large.
Error bodyTooLarge(qint64 maxBodyBytes);

//! Makes room behind \a body for \a more bytes and the padding. Grows with what arrives; \a promised, the
//! length that the body will have (−1: unknown), keeps it from growing past that.
void reserveBody(QByteArray &body, qsizetype more, qint64 promised);

} // namespace gatehouse
