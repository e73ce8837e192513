// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_part.h"
#include "gateway/dialect/chat_stream.h"
#include "gateway/dialect/json_writer.h"

namespace gatehouse::openai_responses {

//! One of the items that an answer is made of. Owns its bytes.
struct Item
{
    PartKind kind = PartKind::Text;
    QByteArray id;
    QByteArray callId = {}; //!< of a tool call
    QByteArray name = {};   //!< of a tool call
    bool freeform = false;  //!< of a tool call
    QByteArray text = {};   //!< what it says: text, thoughts, arguments, `data:` URL
    QByteArray sealed = {}; //!< of reasoning: its `encrypted_content`
};

//! The id of the item \a number of the answer \a token: `msg_…`, `rs_…`, `fc_…`, `ctc_…`, `ig_…`.
QByteArray itemId(PartKind kind, bool freeform, const QByteArray &token, qsizetype number);
//! The \a token that itemId() put into \a id; empty if it did not make it.
QByteArrayView tokenOf(QByteArrayView id);

//! Writes \a item as it is when it has been said in full, or, where \a begun, as it is before its first byte.
//! \a withSealed: reasoning tells its `encrypted_content`.
void writeItem(JsonWriter &json, const Item &item, bool begun, bool withSealed);

//! The content part of a message; without its text where it has only \a begun.
void writeContent(JsonWriter &json, const Item &item, bool begun);

//! A signature as the client keeps it in `encrypted_content`, and the way back (without the text).
QByteArray sealReasoning(const Signature &signature, bool redacted);
ReasoningPart unsealReasoning(QByteArrayView sealed);

} // namespace gatehouse::openai_responses
