// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/secret_bytes.h"

#include <cstring>

namespace gatehouse {

void wipe(QByteArray &bytes)
{
    // Through a pointer that the compiler must read: it may not leave out a write that nobody reads.
    void *(*volatile overwrite)(void *, int, size_t) = std::memset;
    if (!bytes.isEmpty() && bytes.isDetached())
        overwrite(bytes.data(), 0, size_t(bytes.size()));
    bytes = QByteArray();
}

} // namespace gatehouse
