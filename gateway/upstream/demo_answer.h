// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace gatehouse {

//! What the demo provider answers, in the pieces in which it is sent.
struct DemoAnswer
{
    int status = 200;
    QByteArray contentType = "application/json";
    QList<QByteArray> pieces; //!< more than one: a stream, to be paced
};

//! The answer to a request as OpenAI's API takes it: `chat/completions` and `completions` say what the client
//! said last, `models` lists the one model, the rest is unknown. \a path begins with `/`.
DemoAnswer demoAnswer(QByteArrayView method, QByteArrayView path, QByteArrayView body);

//! The prompt's tokens in the usage of the answer to \a body, which goes to `chat/completions`; 0 if it has
//! none.
qint64 demoPromptTokens(QByteArrayView body);

} // namespace gatehouse
