// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_part.h"
#include "gateway/dialect/dropped.h"
#include "gateway/dialect/effort.h"

#include <QByteArrayList>
#include <QList>

#include <optional>

namespace gatehouse {

//! What one side says at its turn. After settleTurns(): never empty, never twice the same role in a row, tool
//! results first.
struct ChatMessage
{
    enum Role { User, Assistant };
    Role role = User;
    QList<ChatPart> parts;

    bool operator==(const ChatMessage &) const = default;
};

//! A tool that the model may call.
struct ChatTool
{
    enum Kind {
        Function, //!< called with JSON
        Freeform, //!< called with plain text (OpenAI's `custom`); elsewhere a function with one text `input`
        BuiltIn,  //!< the provider runs it; `definition` tells all
    };
    Kind kind = Function;
    QByteArray name; //!< of a built-in one its type, such as `web_search`
    QByteArray description = {};
    QByteArray schema = {};     //!< JSON as it came, keys in order; empty: none was given
    QByteArray definition = {}; //!< of a built-in one: JSON as the client wrote it
    std::optional<bool> strict = {};
    QByteArray cacheControl = {};

    bool operator==(const ChatTool &) const = default;
};

//! Which tools the model has to use.
struct ToolChoice
{
    enum Mode {
        Unset,
        Auto,
        Any, //!< at least one, whichever
        None,
        Named, //!< the first of `names`
    };
    Mode mode = Unset;
    QByteArrayList names = {}; //!< of Auto and Any: only these may be called; empty: all

    bool operator==(const ToolChoice &) const = default;
};

//! How the next token is chosen. A writer clamps, and drops what its provider lacks.
struct Sampling
{
    std::optional<double> temperature;
    std::optional<double> topP;
    std::optional<qint64> topK;
    std::optional<qint64> seed;
    std::optional<double> frequencyPenalty;
    std::optional<double> presencePenalty;

    bool operator==(const Sampling &) const = default;
};

//! How much the model is to think before it answers.
struct ReasoningWish
{
    //! Unset: as the model is used to. Dynamic: as much as it sees fit (Anthropic's `adaptive`, a Gemini
    //! budget of −1).
    enum Mode { Unset, Off, Dynamic, ByEffort, ByBudget };
    Mode mode = Unset;
    Effort effort = Effort::Medium; //!< of ByEffort; of Dynamic where `effortGiven`
    bool effortGiven = false;
    qint64 budget = 0;             //!< of ByBudget, tokens
    std::optional<bool> show = {}; //!< whether the thoughts are to come back, in full or summed up

    bool operator==(const ReasoningWish &) const = default;
};

//! The shape that the answer must have.
struct OutputFormat
{
    enum Kind { Text, JsonObject, JsonSchema };
    Kind kind = Text;
    QByteArray name = {};
    QByteArray description = {};
    QByteArray schema = {}; //!< JSON as it came
    std::optional<bool> strict = {};

    bool operator==(const OutputFormat &) const = default;
};

//! A request to a chat model in no dialect. Unset stands for what the client did not say.
struct ChatRequest
{
    QByteArray model;       //!< as the client named it
    QList<ChatPart> system; //!< texts, in order, from wherever they stood
    QList<ChatMessage> messages;
    QList<ChatTool> tools;
    ToolChoice toolChoice;
    std::optional<bool> parallelTools;
    Sampling sampling;
    QByteArrayList stops;
    std::optional<qint64> maxTokens;
    ReasoningWish reasoning;
    OutputFormat output;
    QByteArray user;     //!< who asks, as the client tells it to the provider
    QByteArray cacheKey; //!< `prompt_cache_key`
    bool stream = false;
    bool includeUsage = true; //!< a stream is to tell its usage (chat completions: only when asked)
    //! A built-in tool that the provider lacks is refused by name, not dropped, where there are no others or
    //! the model must use it. Not so in chat completions, which have none, only an option.
    bool refuseBuiltIns = false;
    //! What the client's own writer needs for its answer and nobody else understands.
    QByteArray echo;
    Dropped dropped; //!< what the reader could not carry

    bool operator==(const ChatRequest &) const = default;
};

} // namespace gatehouse
