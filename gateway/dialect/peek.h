// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/span.h"
#include "gateway/dialect/traces.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace gatehouse {

//! What routing needs to know of a body, with the places where it stands.
struct Peek
{
    QByteArray model;      //!< decoded; empty when the body may come without one
    Span modelSpan;        //!< the value as it stands in the body (JSON: quotes included)
    bool jsonModel = true; //!< the span is a JSON string, else plain text of a multipart field
    bool stream = false;
    bool streamOptions = false; //!< the client sent `stream_options` itself
    Traces traces;              //!< of other dialects' answers, which may have to go from the body
    qsizetype objectEnd = -1;   //!< where the closing brace of the body stands; −1 for multipart
};

//! Reads JSON bodies without rebuilding them. Keeps its working memory between calls; one per thread.
class JsonPeek final
{
public:
    JsonPeek();
    ~JsonPeek();

    //! Where a dialect names the model.
    enum ModelIn { Body, Path };

    //! Reads `model` and `stream` at top level, unless they stand in the path, and checks the whole body's
    //! grammar. \a required names the field that the endpoint cannot do without (`messages`, `contents`,
    //! `requests`: an array; `input`, `prompt`: a string or an array; `content`: an object; empty = none).
    //! Errors: 400 invalid_json, missing_required_parameter, invalid_type, duplicate_key. Uses the spare
    //! bytes behind \a body if it has 64, else copies it.
    Result<Peek> read(const QByteArray &body, QByteArrayView required, ModelIn modelIn = Body);
    //! What the last body asks for, if it is refused only for want of what the endpoint needs; else nothing.
    const Peek &refused() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

//! The same for `multipart/form-data` (RFC 7578): finds the fields `model` and `stream`, reads no file.
Result<Peek> peekMultipart(QByteArrayView body, QByteArrayView contentType);

} // namespace gatehouse
