// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "gateway/dialect/chunk_keys.h"
#include "gateway/dialect/json_view.h"
#include "gateway/dialect/usage_reader.h"

#include <QByteArrayView>

#include <memory>

namespace gatehouse {

//! What kind of stream an endpoint answers with: how its end is known.
enum class StreamForm {
    Chat,      //!< chat/completions, completions: `[DONE]` or a finish reason
    Responses, //!< `response.completed`, `.failed` or `.incomplete`
    Messages,  //!< Anthropic: `message_stop`
    Contents,  //!< Gemini: a finish reason, or one for which the prompt was blocked
    Other,     //!< known only by the end of the body
};

//! Looks at the events of a stream that is passed on as it is.
class StreamWatch final
{
public:
    //! \a hideUsage: we asked for the usage chunk, the client did not; it is to be taken out.
    StreamWatch(StreamForm form, Dialect dialect, bool hideUsage)
        : m_form(form)
        , m_hideUsage(hideUsage)
        , m_usage(dialect)
    {
    }

    //! Looks at one whole event. False: it is not for the client.
    [[nodiscard]] bool pass(QByteArrayView event);

    //! Something of the answer itself was seen: text, reasoning, a tool call, a reason for its end.
    bool content() const { return m_content; }
    //! The end of the answer was seen.
    bool ended() const { return m_ended || m_form == StreamForm::Other; }
    //! It was seen in an event, so that it is no matter how the connection ends.
    bool endSeen() const { return m_closed || (m_ended && !m_manyChoices); }
    //! The very last event was seen: nothing that matters follows.
    bool closed() const { return m_closed; }
    //! The provider reported an error within the stream.
    bool failed() const { return m_failed; }
    const std::optional<TokenUsage> &tokens() const { return m_usage.tokens(); }

private:
    bool passChat(QByteArrayView data);
    void watchContents(QByteArrayView data);

    StreamForm m_form;
    bool m_hideUsage;
    UsageReader m_usage;
    ChunkKeys m_keys; //!< of Chat
    bool m_content = false;
    bool m_manyChoices = false; //!< one reason for an end does not end them all
    bool m_ended = false;
    bool m_closed = false;
    bool m_failed = false;
    std::shared_ptr<JsonDocument> m_document; //!< of Contents, whose arguments are plain JSON
};

} // namespace gatehouse
