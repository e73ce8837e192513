// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

//! The client's side of \a form, whose writer of streams ends the process when it is told something out of
//! order: one start, parts one after the other, one end, nothing behind it.
gatehouse::ClientDialect watchedClient(int form);
