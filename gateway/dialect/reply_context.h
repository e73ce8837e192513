// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/reply_memory.h"
#include "gateway/dialect/tool_names.h"

#include <QByteArray>
#include <QByteArrayList>

namespace gatehouse {

//! What the writer of an answer needs to know beside the answer: what was asked, and by whom.
struct ReplyContext
{
    QByteArray model;   //!< as the client named it: echoed
    QByteArray token;   //!< unique: ids of the writer's own are made of it, as in `msg_<token>`
    qint64 created = 0; //!< now, seconds since 1970
    bool includeUsage = true;
    bool asArray = false;     //!< a stream is a JSON array
    bool takesImages = false; //!< the client's dialect has a place for pictures that the model made
    qint64 inputEstimate = 0; //!< tokens of the request, where the true figure comes too late
    QByteArray origin;        //!< whose signatures these are, as originOf() names it
    ToolNames names;
    QByteArray answerTool;        //!< see ProviderRequest::answerTool
    bool answerToolForced = true; //!< the same
    QByteArray answerMember;      //!< see ProviderRequest::answerMember
    QByteArrayList freeformTools; //!< the client's names of tools that are called with plain text
    QByteArray echo;              //!< as the client's reader left it in ChatRequest::echo
    QByteArray client;            //!< its name, which keeps its memory apart
    ReplyMemory *memory = nullptr;
};

} // namespace gatehouse
