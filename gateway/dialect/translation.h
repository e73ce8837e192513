// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/stream_order.h"
#include "gateway/dialect/structured_answer.h"
#include "gateway/dialect/translator.h"

#include <memory>
#include <optional>

namespace gatehouse {

//! Reads a client's request and settles it; where the system alone says anything, what it says last becomes
//! the user's. Errors: 400 as the dialect has it, or missing_required_parameter where nobody says anything.
Result<ChatRequest> readChat(const ClientDialect &client, const ClientRequest &request);

//! A whole answer for the client, and what it cost.
struct WholeReply
{
    QByteArray body;
    std::optional<TokenUsage> usage;
    Dropped dropped = {}; //!< what the client has no place for
};

//! Reads a provider's whole answer and writes it for the client. Errors: as ProviderDialect::readReply.
Result<WholeReply> translateReply(const ProviderDialect &provider, const Target &target,
                                  const ClientDialect &client, const ReplyContext &context,
                                  QByteArrayView body);

//! What the answer's writer has to know, put together from both sides. \a sent may be null (an answer that no
//! provider was asked for). Token, time and memory are the caller's to set.
ReplyContext replyContext(const ClientRequest &in, const ChatRequest &request, const ProviderRequest *sent,
                          const Target &target);

//! A streamed answer under translation: the provider's bytes in, the client's out.
class StreamTranslation final
{
public:
    StreamTranslation(const ProviderDialect &provider, const Target &target, const ClientDialect &client,
                      ReplyContext context);

    //! Takes the next bytes, cut anywhere; what comes of them is appended to output().
    void feed(QByteArrayView bytes);
    //! The provider's body ended well.
    void bodyEnded();
    //! The provider's body broke off: it is whole all the same where its end had been seen.
    void bodyBroke();
    //! Tells the client that the stream broke; \a body is the error in its dialect's shape.
    void breakOff(const Error &error, QByteArrayView body);
    //! Something for a client that has heard nothing for a while; begins the stream if need be.
    void ping();

    //! What is to go to the client; the caller empties it with resize(0), which keeps its memory.
    QByteArray &output() { return m_out; }
    const QByteArray &output() const { return m_out; }
    QByteArray contentType() const { return m_writer->contentType(); }

    bool content() const { return m_order.content(); }
    //! The end was written, or failure() says why there is none: what follows does not matter.
    bool over() const { return m_order.over(); }
    const std::optional<Error> &failure() const { return m_order.failure(); }
    const std::optional<TokenUsage> &tokens() const { return m_order.tokens(); }
    const Dropped &dropped() const { return m_order.dropped(); }

private:
    StreamSink &sink();
    void letGo();

    ReplyContext m_context;
    QByteArray m_out;
    std::unique_ptr<StreamReader> m_reader;
    std::unique_ptr<StreamWriter> m_writer;
    StreamOrder m_order;
    std::optional<StructuredAnswer> m_answer; //!< before it, where the model may say more than that
};

} // namespace gatehouse
