// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

namespace gatehouse {

class LiveStatus;

//! The address of a gateway that listens on \a host and \a port, as this machine reaches it, without a path.
QString baseUrlAt(const QString &host, quint16 port);

//! The model to try first: the demo provider's if that is there, else the first name that is served; empty
//! if there is none.
QString modelToTry(const Config &config, const LiveStatus &status);

//! A command for a POSIX shell that sends one question. \a model comes from outside and stays one word
//! whatever it holds. With \a needsKey there is a place for a client key.
QString curlLine(const QString &baseUrl, const QString &model, bool needsKey);

} // namespace gatehouse
