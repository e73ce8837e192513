// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace gatehouse {

// What a probe reads in an answer's body. Every body may be anything: what is not JSON, or nested too deep,
// holds nothing.

//! One page of a list of models.
struct ModelPage
{
    QStringList models;   //!< names of at most 256 printable characters
    QByteArray next = {}; //!< what to ask for next; empty: that was all
};

//! Reads a list as services of \a dialect write it; nothing if \a body is none.
std::optional<ModelPage> readModelPage(Dialect dialect, const QByteArray &body);

//! What a body under a good status is.
enum class ChatBody { Answer, Error, Neither };
ChatBody readChatBody(Dialect dialect, const QByteArray &body);

//! The sentence in an error body: services write `{"error":{"message":…}}`, `{"error":…}`, `{"message":…}` or
//! `{"detail":…}`; Google wraps it in an array. Empty if there is none.
QString errorSentence(const QByteArray &body);

//! Whether a person sees \a c: neither a control nor a format character.
bool isShown(QChar c);

} // namespace gatehouse
