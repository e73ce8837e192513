// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/access.h"
#include "connect/app.h"

namespace gatehouse {

//! Settings of an application to be copied.
struct Snippet
{
    QString place; //!< where they belong: a file, `a terminal`, `Settings → Models`; for a person
    QString text;  //!< exactly what is to stand there
};

//! The settings with which \a app asks the gateway; usually one, more where there is more than one way.
QList<Snippet> snippetsFor(const ConnectableApp &app, const Access &access);

} // namespace gatehouse
