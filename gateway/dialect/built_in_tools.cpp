// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/built_in_tools.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

std::optional<Error> leaveOutBuiltIn(const ChatTool &tool, const ChatRequest &request, Dropped &dropped)
{
    if (request.refuseBuiltIns)
        return Error{400, "invalid_request_error", "unsupported_value",
                     u"The provider of this model has no tool \"%1\"."_s.arg(QString::fromUtf8(tool.name)),
                     "tools"};
    dropped.add(QByteArray("tools." + tool.name));
    return {};
}

} // namespace gatehouse
