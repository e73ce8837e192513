// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/provider.h"
#include "gateway/dialect/dialects.h"
#include "gateway/dialect/stream_watch.h"
#include "gateway/http/incoming.h"

#include <optional>

namespace gatehouse {

//! What an endpoint does.
enum class Surface { Model, PassThrough, ModelList, OneModel, Health, Ready, Metrics, Home };

//! What a body looks like, and so where its model's name stands.
enum class BodyForm { None, Json, Multipart, Opaque };

//! One row of the HTTP surface (contract, section 3). To add an endpoint, add a row.
struct Endpoint
{
    QByteArrayView method;
    //! Without `/v1`; a trailing `/` takes everything below it; one that begins with `:` is a method of
    //! Gemini's, behind `/models/` and the model's name.
    QByteArrayView path;
    Surface surface = Surface::Model;
    Dialect dialect = Dialect::OpenAi; //!< what its clients speak, also in errors
    BodyForm body = BodyForm::Json;
    QByteArrayView required = {}; //!< the field that must be there beside `model`
    StreamForm stream = StreamForm::Other;
    bool usageOption = false;            //!< takes `stream_options.include_usage`
    std::optional<ClientForm> form = {}; //!< how it is read for a provider of another dialect; none: never
    Task task = Task::Generate;
    bool streams = false; //!< always answers with a stream

    bool modelInPath() const { return path.startsWith(':'); }
};

//! An endpoint, and what the path named below it.
struct Match
{
    const Endpoint *endpoint = nullptr;
    QByteArray argument = {}; //!< a model's or a provider's id, decoded
    QByteArrayView rest = {}; //!< pass-through: the raw path behind the provider's id, `/` included, or empty
};

//! Finds the endpoint of a request; Gemini's also under `/v1beta` and `/v1alpha`, where nothing else is.
//! Errors: 404 unknown_url, 405 method_not_allowed.
Result<Match> matchEndpoint(const Incoming &in);

} // namespace gatehouse
