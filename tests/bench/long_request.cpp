// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/long_request.h"

#include "gateway/dialect/json_writer.h"

namespace gatehouse::bench {
namespace {

constexpr int manyTools = 40;

const QByteArray &systemPrompt()
{
    static const QByteArray prompt =
        QByteArray("You are an agent that works on code.\n- Read files before you \"improve\" them.\n")
            .repeated(100);
    return prompt;
}

QByteArrayView question()
{
    return "Please look why the test in tests/gateway fails, and mend what is wrong there. Thank you!";
}

QByteArrayView answer()
{
    return "The test expects `limit` to be inclusive, but the loop ends one too early.\n\nI'll change that.";
}

//! What a tool found: source text, with much to escape.
const QByteArray &found()
{
    static const QByteArray text =
        QByteArray("\tif (name == \"limit\" && value > 0)\n\t\treturn QString(\"%1\\n\").arg(value);\n")
            .repeated(24);
    return text;
}

QByteArrayView arguments()
{
    return R"({"path":"gateway/limits.cpp","pattern":"limit\\s*\"","options":{"depth":3,"all":true}})";
}

QByteArray toolName(int n)
{
    return "tool_number_" + QByteArray::number(n);
}

QByteArray callId(int n)
{
    return "toolu_01Zb7Hk2Qw9x" + QByteArray::number(n);
}

QByteArrayView description()
{
    return "Searches the files below a folder.\nUse it before reading; it takes \"regular expressions\" and "
           "gives at most a hundred lines, each with its file and its number, the best ones first.";
}

QByteArrayView schema()
{
    return R"({"type":"object","properties":{"path":{"type":"string","description":"The folder to search in"},)"
           R"("pattern":{"type":"string","description":"What to look for, a \"regular expression\""},)"
           R"("mode":{"type":"string","enum":["content","files","count"],"default":"content"},)"
           R"("lines":{"type":"array","items":{"type":"integer","minimum":0}},)"
           R"("options":{"type":"object","properties":{"depth":{"type":"integer"},"all":{"type":"boolean"}},)"
           R"("additionalProperties":false}},"required":["path","pattern"],"additionalProperties":false})";
}

void chat(JsonWriter &json, int tools, int turns)
{
    json.text("model", "gpt-4o").flag("stream", true).openArray("messages");
    const auto say = [&](QByteArrayView role, QByteArrayView text) {
        json.openObject().text("role", role).text("content", text).closeObject();
    };
    say("system", systemPrompt());
    for (int n = 0; n < turns; ++n) {
        say("user", question());
        json.openObject().text("role", "assistant").null("content").openArray("tool_calls").openObject();
        json.text("id", callId(n)).text("type", "function").openObject("function");
        json.text("name", toolName(n % tools)).text("arguments", arguments());
        json.closeObject().closeObject().closeArray().closeObject();
        json.openObject().text("role", "tool").text("tool_call_id", callId(n));
        json.text("content", found()).closeObject();
        say("assistant", answer());
    }
    say("user", question());
    json.closeArray().openArray("tools");
    for (int n = 0; n < tools; ++n) {
        json.openObject().text("type", "function").openObject("function").text("name", toolName(n));
        json.text("description", description()).raw("parameters", schema()).closeObject().closeObject();
    }
    json.closeArray();
}

void responses(JsonWriter &json, int tools, int turns)
{
    json.text("model", "gpt-5").flag("stream", true).flag("store", false);
    json.text("instructions", systemPrompt()).openArray("input");
    const auto say = [&](QByteArrayView role, QByteArrayView type, QByteArrayView text) {
        json.openObject().text("type", "message").text("role", role).openArray("content").openObject();
        json.text("type", type).text("text", text).closeObject().closeArray().closeObject();
    };
    for (int n = 0; n < turns; ++n) {
        say("user", "input_text", question());
        json.openObject().text("type", "function_call").text("call_id", callId(n));
        json.text("name", toolName(n % tools)).text("arguments", arguments()).closeObject();
        json.openObject().text("type", "function_call_output").text("call_id", callId(n));
        json.text("output", found()).closeObject();
        say("assistant", "output_text", answer());
    }
    say("user", "input_text", question());
    json.closeArray().openArray("tools");
    for (int n = 0; n < tools; ++n) {
        json.openObject().text("type", "function").text("name", toolName(n));
        json.text("description", description()).raw("parameters", schema()).closeObject();
    }
    json.closeArray();
}

void messages(JsonWriter &json, int tools, int turns)
{
    json.text("model", "claude-sonnet-4-5").flag("stream", true).number("max_tokens", 32000);
    json.openArray("system").openObject().text("type", "text").text("text", systemPrompt());
    json.raw("cache_control", R"({"type":"ephemeral"})").closeObject().closeArray().openArray("messages");
    const auto say = [&](QByteArrayView role, QByteArrayView text) {
        json.openObject().text("role", role).openArray("content").openObject().text("type", "text");
        json.text("text", text).closeObject().closeArray().closeObject();
    };
    for (int n = 0; n < turns; ++n) {
        say("user", question());
        json.openObject()
            .text("role", "assistant")
            .openArray("content")
            .openObject()
            .text("type", "tool_use");
        json.text("id", callId(n)).text("name", toolName(n % tools)).raw("input", arguments());
        json.closeObject().closeArray().closeObject();
        json.openObject().text("role", "user").openArray("content").openObject().text("type", "tool_result");
        json.text("tool_use_id", callId(n)).text("content", found()).closeObject().closeArray().closeObject();
        say("assistant", answer());
    }
    say("user", question());
    json.closeArray().openArray("tools");
    for (int n = 0; n < tools; ++n) {
        json.openObject().text("name", toolName(n)).text("description", description());
        json.raw("input_schema", schema()).closeObject();
    }
    json.closeArray();
}

void gemini(JsonWriter &json, int tools, int turns)
{
    json.openObject("systemInstruction").openArray("parts").openObject().text("text", systemPrompt());
    json.closeObject().closeArray().closeObject().openArray("contents");
    const auto open = [&](QByteArrayView role) {
        json.openObject().text("role", role).openArray("parts").openObject();
    };
    const auto close = [&] { json.closeObject().closeArray().closeObject(); };
    const auto say = [&](QByteArrayView role, QByteArrayView text) {
        open(role);
        json.text("text", text);
        close();
    };
    for (int n = 0; n < turns; ++n) {
        say("user", question());
        open("model");
        json.openObject("functionCall").text("name", toolName(n % tools)).raw("args", arguments());
        json.closeObject();
        close();
        open("user");
        json.openObject("functionResponse").text("name", toolName(n % tools)).openObject("response");
        json.text("output", found()).closeObject().closeObject();
        close();
        say("model", answer());
    }
    say("user", question());
    json.closeArray().openArray("tools").openObject().openArray("functionDeclarations");
    for (int n = 0; n < tools; ++n) {
        json.openObject().text("name", toolName(n)).text("description", description());
        json.raw("parametersJsonSchema", schema()).closeObject();
    }
    json.closeArray().closeObject().closeArray();
}

} // namespace

QByteArray agentRequest(ClientForm form, int tools, int turns)
{
    QByteArray body;
    JsonWriter json(body);
    json.openObject();
    switch (form) {
    case ClientForm::ChatCompletions:
        chat(json, tools, turns);
        break;
    case ClientForm::Responses:
        responses(json, tools, turns);
        break;
    case ClientForm::Messages:
        messages(json, tools, turns);
        break;
    case ClientForm::Gemini:
        gemini(json, tools, turns);
    }
    json.closeObject();
    return body;
}

QByteArray longRequest(ClientForm form, qsizetype bytes)
{
    const qsizetype empty = agentRequest(form, manyTools, 0).size();
    const qsizetype turn = agentRequest(form, manyTools, 1).size() - empty;
    return agentRequest(form, manyTools, int((bytes - empty) / turn) + 1);
}

} // namespace gatehouse::bench
