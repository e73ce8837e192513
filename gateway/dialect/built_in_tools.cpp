// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/built_in_tools.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Anthropic's have a version in their type, `web_search_20250305`, and are chosen without it.
bool isForced(const ChatTool &tool, const ToolChoice &choice)
{
    return choice.mode == ToolChoice::Named && tool.name.startsWith(choice.names.value(0));
}

} // namespace

std::optional<Error> leaveOutBuiltIn(const ChatTool &tool, const ChatRequest &request, Dropped &dropped)
{
    const bool others = std::any_of(request.tools.cbegin(), request.tools.cend(),
                                    [](const ChatTool &other) { return other.kind != ChatTool::BuiltIn; });
    if (request.refuseBuiltIns && (!others || isForced(tool, request.toolChoice)))
        return Error{400, "invalid_request_error", "unsupported_value",
                     u"The provider of this model has no tool \"%1\"."_s.arg(QString::fromUtf8(tool.name)),
                     "tools"};
    dropped.add(QByteArray("tools." + tool.name));
    return {};
}

} // namespace gatehouse
