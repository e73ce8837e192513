// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_stream.h"
#include "gateway/dialect/json_view.h"
#include "gateway/dialect/sse.h"

namespace gatehouse {

//! Reads a provider's server-sent events, each a JSON object; what a dialect's reader begins with. `[DONE]`,
//! errors in any shape, comments and empty events are dealt with here; an event that is not JSON is an error,
//! for something of the answer is lost with it.
class SseReader : public StreamReader
{
public:
    void feed(QByteArrayView bytes, StreamSink &sink) final;
    void finish(StreamSink &sink) final;

protected:
    //! \a name is what stands behind `event:`, empty if nothing does. Both are valid during the call alone.
    virtual void event(QByteArrayView name, JsonView data, StreamSink &sink) = 0;

private:
    void take(QByteArrayView event, StreamSink &sink);

    SseSplitter m_splitter;
    JsonDocument m_document;
    QByteArray m_joined;
    bool m_over = false;
};

} // namespace gatehouse
