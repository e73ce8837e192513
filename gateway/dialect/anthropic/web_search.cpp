// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/web_search.h"

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"

namespace gatehouse::anthropic {
namespace {

//! How often it may search for a context of that size; 0: as often as it likes.
int searchesFor(JsonView size)
{
    if (size.is("low"))
        return 1;
    if (size.is("medium"))
        return 5;
    return size.is("high") ? 10 : 0;
}

} // namespace

QByteArray webSearchTool(QByteArrayView definition)
{
    JsonDocument document;
    const JsonView asked = document.parse(definition);
    QByteArray tool;
    JsonWriter json(tool);
    json.openObject().text("type", "web_search_20250305").text("name", "web_search");
    if (const int searches = searchesFor(asked["search_context_size"]))
        json.number("max_uses", searches);
    // Chat completions have it one level deeper than the Responses API.
    const JsonView location = asked["user_location"];
    const JsonView place = location["approximate"].isObject() ? location["approximate"] : location;
    if (place.isObject()) {
        json.openObject("user_location").text("type", "approximate");
        for (const QByteArrayView field : {"city", "region", "country", "timezone"}) {
            if (place[field].isString())
                json.text(field, place[field].text());
        }
        json.closeObject();
    }
    json.closeObject();
    return tool;
}

} // namespace gatehouse::anthropic
