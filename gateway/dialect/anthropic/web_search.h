// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse::anthropic {

//! Claude's web search for what an OpenAI client asks for in \a definition, JSON (translation rules, A2): the
//! user's approximate place, and more searches for a larger context.
QByteArray webSearchTool(QByteArrayView definition);

} // namespace gatehouse::anthropic
