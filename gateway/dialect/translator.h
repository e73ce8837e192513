// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/body_edit.h"
#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/chat_stream.h"
#include "gateway/dialect/embedding.h"
#include "gateway/dialect/reply_context.h"
#include "gateway/dialect/target.h"

#include <memory>

namespace gatehouse {

//! What an endpoint is asked to do, where that can be translated.
enum class Task { Generate, CountTokens, Embed };

//! A client's request as its dialect's reader gets it.
struct ClientRequest
{
    Task task = Task::Generate;
    QByteArrayView body;
    QByteArray model;              //!< from the body or the path
    bool stream = false;           //!< from the body or the path
    bool asArray = false;          //!< a stream is to be a JSON array (Gemini without `alt=sse`)
    QByteArray client;             //!< its name in the configuration; empty: anybody
    ReplyMemory *memory = nullptr; //!< earlier answers; may be null
};

//! A request in the provider's dialect.
struct ProviderRequest
{
    QByteArray path; //!< behind the base URL, `?query` included
    QByteArray body;
    ToolNames names; //!< as they were sent
    //! The tool that stands for structured output: its input is the answer's text.
    QByteArray answerTool;
    bool answerToolForced = true; //!< else the model may say something beside it, or not call it at all
    //! The answer's text is an object that holds the structured output in this member.
    QByteArray answerMember;
    Dropped dropped; //!< what the writer could not carry
};

//! What has to change in a body that else goes on as it came.
struct Leftovers
{
    BodyEdits edits;
    Dropped dropped; //!< what the provider would have done otherwise
};

//! One side of a dialect: how a client speaks it. Made of functions without memory; null: it has no such
//! thing.
struct ClientDialect
{
    QByteArrayView name; //!< for records and logs
    //! May borrow from the body. Errors: 400, in the client's own terms, for what must not be dropped.
    Result<ChatRequest> (*readRequest)(const ClientRequest &request) = nullptr;
    QByteArray (*writeReply)(const ChatReply &reply, const ReplyContext &context) = nullptr;
    //! An answer may hold images.
    bool takesImages = false;
    //! The context outlives the writer.
    std::unique_ptr<StreamWriter> (*streamWriter)(const ReplyContext &context) = nullptr;
    QByteArray (*writeTokenCount)(qint64 tokens) = nullptr;
    //! Of a dialect that names the model in the path: \a body with \a model wherever that names it too.
    QByteArray (*renamed)(const QByteArray &body, QByteArrayView model) = nullptr;
    //! What has to change in a body before a provider of the same dialect gets it: it may hold what Gatehouse
    //! wrote when one of another had answered, which this one would refuse. Null: it never does.
    Leftovers (*foreignLeftovers)(const ClientRequest &request, const Target &target) = nullptr;
    Result<EmbeddingRequest> (*readEmbedding)(const ClientRequest &request) = nullptr;
    QByteArray (*writeEmbedding)(const EmbeddingReply &reply, const EmbeddingRequest &request) = nullptr;
};

//! The other side: how a provider speaks it.
struct ProviderDialect
{
    //! Errors: 400 for what the provider lacks and must not be dropped. The request is settled
    //! (settleTurns()).
    Result<ProviderRequest> (*writeRequest)(const ChatRequest &request, const Target &target) = nullptr;
    //! Errors: 502 upstream_protocol for what is no answer, or the error that it holds.
    Result<ChatReply> (*readReply)(QByteArrayView body, const Target &target) = nullptr;
    std::unique_ptr<StreamReader> (*streamReader)(const Target &target) = nullptr;
    //! Null where the provider cannot count: then an estimate is given.
    Result<ProviderRequest> (*writeTokenCount)(const ChatRequest &request, const Target &target) = nullptr;
    Result<qint64> (*readTokenCount)(QByteArrayView body) = nullptr;
    Result<ProviderRequest> (*writeEmbedding)(const EmbeddingRequest &request,
                                              const Target &target) = nullptr;
    Result<EmbeddingReply> (*readEmbedding)(QByteArrayView body, const Target &target) = nullptr;
    //! Where a body of the same wire format goes, when the address holds more than the base URL and the
    //! client's path: \a path is the endpoint's (`/chat/completions`), the result stands behind the base URL.
    //! Null: it does not.
    QByteArray (*address)(QByteArrayView path, const Target &target) = nullptr;
};

} // namespace gatehouse
