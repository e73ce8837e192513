// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "gateway/dialect/host_traits.h"
#include "gateway/dialect/model_traits.h"

#include <QByteArray>

namespace gatehouse {

//! Whom a request is written for: the provider, the model, and what is known of the two.
struct Target
{
    Dialect dialect = Dialect::OpenAi;
    QByteArray provider; //!< its id
    QByteArray baseUrl;  //!< normalised, without a trailing slash
    QByteArray model;    //!< as the provider names it
    HostTraits host;
    ModelTraits traits;
};

//! Puts together what is known of \a model at \a provider. \a catalogueMax: the most tokens that it can put
//! out, from the catalogue; 0 = not in it.
Target targetFor(const Provider &provider, const QByteArray &baseUrl, const QByteArray &model,
                 qint64 catalogueMax = 0);

} // namespace gatehouse
