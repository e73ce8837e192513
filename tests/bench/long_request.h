// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/dialects.h"

namespace gatehouse::bench {

//! A streamed request as an agent sends it, in a client's dialect: a system prompt, \a tools tools with their
//! schemas, and \a turns turns of a question, a call, its result and an answer, before a last question.
QByteArray agentRequest(ClientForm form, int tools, int turns);

//! The same with 40 tools and as many turns as make it \a bytes long, or a little longer.
QByteArray longRequest(ClientForm form, qsizetype bytes);

} // namespace gatehouse::bench
