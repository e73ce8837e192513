// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <variant>
#include <vector>

namespace gatehouse {

// The neutral form of what is said. Text is UTF-8. Nothing here owns its bytes for certain: a reader may
// borrow them from the body it reads, which then has to outlive the form.

//! What a provider added so that it recognises its own reasoning: opaque, and of use to nobody else.
struct Signature
{
    QByteArray origin; //!< who made it, as originOf() names it; empty: unknown
    QByteArray value;

    bool operator==(const Signature &) const = default;
};

//! Bytes of another kind than text, inline or where they can be fetched.
struct Media
{
    QByteArray mediaType; //!< such as `image/png`; may be empty beside a URL
    QByteArray base64;    //!< empty where it is a URL
    QByteArray url;

    bool operator==(const Media &) const = default;
};

struct TextPart
{
    QByteArray text;

    bool operator==(const TextPart &) const = default;
};

struct ImagePart
{
    Media media;

    bool operator==(const ImagePart &) const = default;
};

//! A file to be read: a PDF, or plain text.
struct DocumentPart
{
    Media media;     //!< empty where it is text
    QByteArray text; //!< its content, where that is plain text
    QByteArray name; //!< file name or title

    bool operator==(const DocumentPart &) const = default;
};

//! The model calls a tool.
struct ToolCallPart
{
    QByteArray id;
    QByteArray name;
    //! As the model wrote it: normally the JSON text of an object, but not checked (see argumentsObject()).
    //! Of a freeform tool, plain text.
    QByteArray arguments;
    bool freeform = false;

    bool operator==(const ToolCallPart &) const = default;
};

//! What a tool gave back.
struct ToolResultPart
{
    QByteArray callId;
    QByteArray name; //!< of the tool; settleTurns() fills it in
    std::vector<std::variant<TextPart, ImagePart, DocumentPart>> content;
    bool isError = false;

    bool operator==(const ToolResultPart &) const = default;
};

//! What the model thought. Never shown as its answer, never sent as text.
struct ReasoningPart
{
    QByteArray text;       //!< may be empty beside a signature
    Signature signature;   //!< of this, and of what follows it
    bool redacted = false; //!< the signature is all there is (Anthropic's `redacted_thinking`)

    bool operator==(const ReasoningPart &) const = default;
};

//! The model says why it will not answer.
struct RefusalPart
{
    QByteArray text;

    bool operator==(const RefusalPart &) const = default;
};

//! One piece of a message.
struct ChatPart
{
    std::variant<TextPart, ImagePart, DocumentPart, ToolCallPart, ToolResultPart, ReasoningPart, RefusalPart>
        content;
    QByteArray cacheControl = {}; //!< Anthropic's mark, as JSON; empty if none

    template<typename T>
    T *as()
    {
        return std::get_if<T>(&content);
    }
    template<typename T>
    const T *as() const
    {
        return std::get_if<T>(&content);
    }

    bool operator==(const ChatPart &) const = default;
};

} // namespace gatehouse
