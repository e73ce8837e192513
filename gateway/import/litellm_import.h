// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/credentials/env_file.h"
#include "gateway/import/imported.h"

namespace gatehouse {

//! The refusal of a file in none of the formats.
Error unknownFormat();

//! LiteLLM's `config.yaml`. Entries of `model_list` with the same service, address and key become one
//! provider; a `model_name` that is not the model's own becomes an alias, or a route where it stands several
//! times or has fallbacks. `os.environ/NAME` stands for a variable of `environment_variables` or \a
//! environment. Whatever has no counterpart here is named in Imported::left.
Result<Imported> readLiteLlm(QByteArrayView text, const Environment &environment);

} // namespace gatehouse
