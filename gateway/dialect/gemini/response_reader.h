// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_stream.h"
#include "gateway/dialect/json_view.h"
#include "gateway/dialect/usage_reader.h"

namespace gatehouse::gemini {

//! Takes GenerateContentResponses apart: the only one of a whole answer, or those of a stream one by one.
class ResponseReader final
{
public:
    void read(JsonView response, StreamSink &sink);

private:
    void readPart(JsonView part, StreamSink &sink);
    void readCall(JsonView call, StreamSink &sink);
    QByteArray madeId();

    UsageReader m_usage{Dialect::Gemini};
    QByteArray m_id;
    int m_calls = 0;
    bool m_content = false; //!< something for the client came
};

} // namespace gatehouse::gemini
