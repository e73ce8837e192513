// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/credentials/env_file.h"
#include "gateway/import/imported.h"

#include <boost/json/value.hpp>

namespace gatehouse {

//! `config/models.json` of the Node gateway: `providers[] {name, apiKey, baseUrl, headers, models}`, where a
//! model is a text or an object, and `${NAME}` stands for a variable of \a environment. Names become ids.
Result<Imported> readNodeGateway(const boost::json::value &root, const Environment &environment);

} // namespace gatehouse
