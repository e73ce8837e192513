// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_reply.h"
#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"

namespace gatehouse::gemini {

//! What Google's documentation gives for calls that its model did not make, or whose signature is lost.
inline constexpr QByteArrayView noSignature = "skip_thought_signature_validator";

//! The member \a camel of \a object, also where it is written in snake case: the API takes both.
JsonView field(JsonView object, QByteArrayView camel);

//! What `finishReason` means (translation rules, 5.3 and 5.7); nothing where it is none yet.
std::optional<StopNote> stopNoteOf(JsonView finishReason);
//! The error behind a `finishReason` that stands for no answer: one that says so, or, where there is no
//! \a content, any that is neither a good end nor a refusal.
std::optional<Error> failureOf(JsonView finishReason, bool content);
//! The `finishReason` for \a reason. A call of a tool has none of its own.
QByteArrayView finishReasonOf(StopReason reason);

//! Writes the member `usageMetadata`.
void writeUsage(JsonWriter &json, const TokenUsage &usage);

//! Where \a verb of \a model is asked, behind the base URL: `/models/gemini-x:generateContent`.
QByteArray pathOf(QByteArrayView model, QByteArrayView verb);
//! The resource's name of \a model, as it stands in bodies: `models/gemini-x`.
QByteArray resourceOf(QByteArrayView model);

} // namespace gatehouse::gemini
