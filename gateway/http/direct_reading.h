// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/descriptor_watcher.h"

#include <QtGlobal>

namespace gatehouse {

//! Tells \a watcher, instead of Qt's socket, when \a descriptor can be read. False where the event loop of
//! this thread has no such thing.
bool beginDirectReading(qintptr descriptor, DescriptorWatcher &watcher);
//! Leaves \a descriptor to Qt's socket again. To be called before another may get its number.
void endDirectReading(qintptr descriptor, DescriptorWatcher &watcher);

} // namespace gatehouse
