// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/peek.h"

#include "gateway/dialect/json_walk.h"

#include <simdjson.h>

using namespace Qt::StringLiterals;
namespace od = simdjson::ondemand;

namespace gatehouse {
namespace {

constexpr qsizetype keepPeekerBelow = 4 * 1024 * 1024;

Error badRequest(const char *code, const QString &message, QByteArrayView param = {})
{
    return {400, "invalid_request_error", code, message, param.toByteArray()};
}

Error invalidJson(const char *what)
{
    return badRequest("invalid_json",
                      "The request body is not a JSON object: "_L1 + QLatin1StringView(what) + u'.');
}

const char *typeName(od::json_type type)
{
    switch (type) {
    case od::json_type::object:
        return "an object";
    case od::json_type::array:
        return "an array";
    case od::json_type::boolean:
        return "a boolean";
    case od::json_type::null:
        return "null";
    case od::json_type::number:
        return "a number";
    case od::json_type::string:
        return "a string";
    }
    return "nothing";
}

//! What \a required has to be, in words.
const char *wanted(QByteArrayView required)
{
    if (required == "input" || required == "prompt")
        return "a string or an array";
    return required == "content" ? "an object" : "an array";
}

bool fits(QByteArrayView required, od::json_type type)
{
    if (required == "content")
        return type == od::json_type::object;
    if (type == od::json_type::array)
        return true;
    return type == od::json_type::string && (required == "input" || required == "prompt");
}

//! Whether \a key stands in for \a required: a prompt kept at the provider, which may need no input; a
//! request whose tokens are to be counted, instead of its contents.
bool standsFor(QByteArrayView required, std::string_view key, od::json_type type)
{
    if (type != od::json_type::object)
        return false;
    if (required == "contents")
        return key == "generateContentRequest" || key == "generate_content_request";
    return required == "input" && key == "prompt";
}

Error wrongType(QByteArrayView field, const char *expected, od::json_type type)
{
    return badRequest(
        "invalid_type",
        "Invalid type for '%1': expected %2, but got %3 instead."_L1.arg(
            QLatin1StringView(field), QLatin1StringView(expected), QLatin1StringView(typeName(type))),
        field);
}

Error missing(QByteArrayView field)
{
    return badRequest("missing_required_parameter",
                      "Missing required parameter: '%1'."_L1.arg(QLatin1StringView(field)), field);
}

Error doubled(QByteArrayView field)
{
    return badRequest(
        "duplicate_key",
        "The key '%1' is there twice; a provider might read the other one."_L1.arg(QLatin1StringView(field)),
        field);
}

} // namespace

struct JsonPeek::Private
{
    od::parser parser;
    simdjson::padded_string copy;
    Peek refused;

    Result<Peek> read(simdjson::padded_string_view json, const char *start, QByteArrayView required,
                      ModelIn modelIn);
};

JsonPeek::JsonPeek()
    : d(std::make_unique<Private>())
{
}
JsonPeek::~JsonPeek() = default;

Result<Peek> JsonPeek::Private::read(simdjson::padded_string_view json, const char *start,
                                     QByteArrayView required, ModelIn modelIn)
{
    od::document document;
    if (auto error = parser.iterate(json).get(document))
        return invalidJson(simdjson::error_message(error));
    od::object object;
    if (auto error = document.get_object().get(object))
        return invalidJson(error == simdjson::INCORRECT_TYPE ? "it holds another kind of value"
                                                             : simdjson::error_message(error));
    Peek peek;
    std::optional<Error> problem; // the rest is read all the same: the record tells of the model
    JsonWalk walk;
    bool sawStream = false;
    bool sawRequired = required.isEmpty();
    for (auto field : object) {
        std::string_view key;
        od::value value;
        if (auto error = field.unescaped_key().get(key)) // `"mod\u0065l"` is `model` too
            return invalidJson(simdjson::error_message(error));
        if (auto error = field.value().get(value))
            return invalidJson(simdjson::error_message(error));
        od::json_type type;
        if (auto error = value.type().get(type))
            return invalidJson(simdjson::error_message(error));

        if (key == "model" && modelIn == Body) {
            if (peek.modelSpan.found())
                return doubled("model");
            if (type != od::json_type::string)
                return wrongType("model", "a string", type);
            const std::string_view token = value.raw_json_token();
            peek.modelSpan.begin = token.data() - start;
            std::string_view text;
            if (auto error = value.get_string().get(text))
                return invalidJson(simdjson::error_message(error));
            qsizetype length = qsizetype(token.find_last_of('"')) + 1;
            peek.modelSpan.length = length;
            peek.model = QByteArray(text.data(), qsizetype(text.size()));
            continue;
        }
        if (key == "stream" && modelIn == Body) {
            if (sawStream)
                return doubled("stream");
            sawStream = true;
            if (type == od::json_type::boolean) {
                if (auto error = value.get_bool().get(peek.stream))
                    return invalidJson(simdjson::error_message(error));
                continue;
            }
            if (type != od::json_type::null)
                return wrongType("stream", "a boolean", type);
        } else if (key == "stream_options") {
            peek.streamOptions = true;
        } else if (standsFor(required, key, type)) {
            sawRequired = true;
        } else if (!required.isEmpty() && key == std::string_view(required.data(), size_t(required.size()))) {
            if (!fits(required, type))
                problem = wrongType(required, wanted(required), type);
            sawRequired = true;
        }
        if (auto error = walk.through(value))
            return invalidJson(simdjson::error_message(error));
    }
    const char *next = nullptr;
    if (document.current_location().get(next) == simdjson::SUCCESS)
        return invalidJson("something follows the object");
    if (!problem && modelIn == Body && !peek.modelSpan.found())
        return missing("model");
    if (!problem && modelIn == Body && peek.model.isEmpty())
        return badRequest("missing_required_parameter", u"The parameter 'model' is empty."_s, "model");
    if (!sawRequired)
        problem = missing(required);
    if (problem) {
        refused = std::move(peek);
        return *std::move(problem);
    }
    peek.traces = walk.traces();
    return peek;
}

Result<Peek> JsonPeek::read(const QByteArray &body, QByteArrayView required, ModelIn modelIn)
{
    d->refused = {};
    QByteArrayView trimmed = QByteArrayView(body).trimmed();
    if (trimmed.isEmpty())
        return invalidJson("it is empty");
    if (!trimmed.endsWith('}'))
        return invalidJson("it does not end with a closing brace");

    const bool padded = body.capacity() - body.size() >= qsizetype(simdjson::SIMDJSON_PADDING);
    if (!padded)
        d->copy = simdjson::padded_string(body.constData(), size_t(body.size()));
    const char *start = padded ? body.constData() : d->copy.data();
    const size_t capacity = size_t(body.size()) + simdjson::SIMDJSON_PADDING;
    auto result =
        d->read(simdjson::padded_string_view(start, size_t(body.size()), capacity), start, required, modelIn);
    if (result)
        result->objectEnd = trimmed.end() - body.constData() - 1;
    if (body.size() > keepPeekerBelow) { // one huge request must not cost memory for ever
        auto fresh = std::make_unique<Private>();
        fresh->refused = std::move(d->refused);
        d = std::move(fresh);
    }
    return result;
}

const Peek &JsonPeek::refused() const
{
    return d->refused;
}

} // namespace gatehouse
