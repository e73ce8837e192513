// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/import/imported.h"

namespace gatehouse {

//! A config.json of ours. Literal keys are taken out to go into the keychain; headers and addresses that hold
//! secrets are left out. An Error is about how the text is written; what its values mean together is for the
//! plan to say.
Result<Imported> readGatehouseConfig(QByteArrayView text);

} // namespace gatehouse
