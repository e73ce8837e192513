// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/cache_marks.h"

namespace gatehouse {
namespace {

//! Calls \a visit with each mark that is set, in order.
template<typename F>
void forEachMark(ChatRequest &request, F &&visit)
{
    const auto look = [&](QByteArray &mark) {
        if (!mark.isEmpty())
            visit(mark);
    };
    for (ChatTool &tool : request.tools)
        look(tool.cacheControl);
    for (ChatPart &part : request.system)
        look(part.cacheControl);
    for (ChatMessage &message : request.messages) {
        for (ChatPart &part : message.parts)
            look(part.cacheControl);
    }
}

} // namespace

void limitCacheMarks(ChatRequest &request, int most, Dropped &dropped)
{
    int extra = -most;
    forEachMark(request, [&](const QByteArray &) { ++extra; });
    if (extra <= 0)
        return;
    dropped.add("cache_control");
    forEachMark(request, [&](QByteArray &mark) {
        if (extra-- > 0)
            mark.clear();
    });
}

} // namespace gatehouse
