// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/endpoints.h"

namespace gatehouse {

//! How a request gets to a provider.
enum class Way {
    Pass,      //!< byte for byte
    Translate, //!< read in the client's dialect, written in the provider's
    Never,
};

//! The way from \a endpoint to \a provider. Pass wherever the provider speaks what the client does.
Way wayTo(const Endpoint &endpoint, const Provider &provider);

} // namespace gatehouse
