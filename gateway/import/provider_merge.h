// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/import/imported.h"

namespace gatehouse {

//! \a provider of a file with those headers of \a present that may hold a secret and that it does not name,
//! if both are at one origin: no file that leaves has them.
Provider withPresentSecrets(Provider provider, const Provider &present);

//! \a present with what \a provider, of another gateway's file, says: its address and keys, headers and
//! limits where \a format has them, and its models among those that are there. The rest that format cannot
//! say.
Provider mergedByField(const Provider &present, const Provider &provider, ImportFormat format);

} // namespace gatehouse
