// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversation_generator.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace gatehouse;

namespace {

const QByteArrayList texts = {
    "What is the weather?",
    "Gr\xc3\xbc\xc3\x9f Gott \xf0\x9f\x98\x80 \xe2\x80\xa8",
    "He said \"no\" \\ and\n\twent\r\n",
    QByteArray("nul \0 and \x1f bell \x07", 18),
    "{\"a\": 1}",
    "{\"result\": \"inner\"}",
    "{\"error\": \"inner\"}",
    "{\"output\": {\"x\": [1, 2]}}",
    "[1, \"two\", null]",
    "Error: no such city",
    "  spaces around  ",
    "</system-reminder>",
    "data: [DONE]\n\n",
};
// Different ones that become alike when what no provider takes is replaced.
const QByteArrayList ids = {"call_1",        "toolu_01AbC",      "a.b", "a b", "a_b",
                            "call_\xc3\xa9", QByteArray(80, 'i')};
const QByteArrayList names = {"get_weather",
                              "get.weather",
                              "get weather",
                              "1st",
                              "gr\xc3\xb6\xc3\x9f",
                              QByteArray(70, 'n') + 'a',
                              QByteArray(70, 'n') + 'b'};
const QByteArrayList arguments = {"{}", R"({"city":"Wien"})", R"({ "n" : 12345678901234567890, "x": 1.0 })",
                                  R"({"text":"\u00e9\ud83d\ude00\"\\","list":[{},[],null,true]})",
                                  R"({"input":"not freeform"})"};
const QByteArrayList leaves = {R"({"type":"string"})",
                               R"({"type":"string","enum":["a","b"],"description":"One of two."})",
                               R"({"type":"string","format":"uri"})",
                               R"({"type":"integer","minimum":0,"maximum":10})",
                               R"({"type":["number","null"]})",
                               R"({"type":"boolean","default":false})",
                               R"({"description":"Of no type."})",
                               R"({"const":"only"})",
                               R"({"type":"array","items":{"type":"string","minLength":1}})",
                               R"({"type":"object"})",
                               R"({"anyOf":[{"type":"string"},{"type":"integer"}]})"};
const QByteArrayList keys = {"city", "type", "properties",         "required",
                             "a b",  "$x",   "gr\xc3\xb6\xc3\x9f", "enum"};

//! Rolls the dice for one conversation.
class Generator final
{
public:
    Generator(quint32 seed, const QByteArray &origin)
        : m_random(seed)
        , m_origin(origin)
    {
    }

    ChatRequest make()
    {
        ChatRequest request;
        request.model = "client-model";
        for (int i = roll(3); i > 0; --i)
            request.system.append({TextPart{one(texts)}});
        makeTools(request);
        for (int i = 1 + roll(4); i > 0; --i)
            makeExchange(request);
        // What an answer is to be begun with.
        if (chance(10))
            request.messages.append({ChatMessage::Assistant, {{TextPart{one(texts)}}}});
        makeSettings(request);
        return request;
    }

private:
    int roll(int below) { return m_random.bounded(below); }
    bool chance(int percent) { return roll(100) < percent; }
    QByteArray one(const QByteArrayList &from) { return from[roll(int(from.size()))]; }

    QByteArray makeSchema(int depth)
    {
        QByteArray properties;
        QByteArrayList used;
        for (int i = roll(4); i > 0; --i) {
            const QByteArray key = one(keys);
            if (used.contains(key))
                continue;
            used.append(key);
            properties += (properties.isEmpty() ? "" : ",") + QByteArray('"' + key + "\":");
            properties += depth < 2 && chance(30) ? makeSchema(depth + 1) : one(leaves);
        }
        QByteArray schema = R"({"type":"object","properties":{)" + properties + '}';
        if (!used.isEmpty() && chance(50))
            schema += R"(,"required":[")" + used.first() + "\"]";
        if (chance(30))
            schema += R"(,"additionalProperties":false)";
        return schema + '}';
    }

    void makeTools(ChatRequest &request)
    {
        for (int i = roll(4); i > 0; --i) {
            ChatTool tool{.name = one(names)};
            const bool known = std::any_of(request.tools.cbegin(), request.tools.cend(),
                                           [&](const ChatTool &each) { return each.name == tool.name; });
            if (known)
                continue;
            if (chance(70))
                tool.description = one(texts);
            if (chance(15))
                tool.kind = ChatTool::Freeform;
            else if (chance(90))
                tool.schema = chance(10) ? QByteArray("{}") : makeSchema(0);
            if (chance(20))
                tool.strict = chance(50);
            request.tools.append(tool);
        }
        if (request.tools.isEmpty())
            return;
        ToolChoice &choice = request.toolChoice;
        choice.mode = ToolChoice::Mode(roll(5));
        const bool restricts = choice.mode == ToolChoice::Auto || choice.mode == ToolChoice::Any;
        if (choice.mode == ToolChoice::Named || (restricts && chance(30)))
            choice.names = {request.tools[roll(int(request.tools.size()))].name};
        if (chance(30))
            request.parallelTools = chance(50);
    }

    //! A document by URL is not among them: chat completions have no place for it, and it is refused.
    ChatPart makeFile()
    {
        switch (roll(4)) {
        case 0:
            return {ImagePart{{"image/png", "iVBORw0KGgo=", {}}}};
        case 1: // the name's end tells those who must know what kind of image it is
            return {ImagePart{{{}, {}, "https://example.org/a.png?x=1&y=\xc3\xa9"}}};
        case 2:
            return {DocumentPart{{"application/pdf", "JVBERi0=", {}}, {}, chance(50) ? "r.pdf" : ""}};
        default:
            return {DocumentPart{{}, one(texts), chance(50) ? "notes" : ""}};
        }
    }

    void makeResult(const ToolCallPart &call, ChatMessage &turn)
    {
        ToolResultPart result;
        result.callId = call.id;
        for (int i = roll(3); i > 0; --i)
            result.content.push_back(TextPart{one(texts)});
        if (chance(20)) {
            const ChatPart file = makeFile();
            if (const auto *image = file.as<ImagePart>())
                result.content.push_back(*image);
            else
                result.content.push_back(*file.as<DocumentPart>());
        }
        result.isError = chance(20);
        turn.parts.append({result});
    }

    void makeUser(ChatRequest &request, const QList<ToolCallPart> &open)
    {
        ChatMessage turn{ChatMessage::User, {}};
        for (const ToolCallPart &call : open) {
            makeResult(call, turn);
            if (chance(5))
                makeResult(call, turn); // once more: the last one counts
            if (chance(20)) {
                request.messages.append(turn); // each result in a message of its own
                turn.parts.clear();
            }
        }
        for (int i = roll(3) + (open.isEmpty() ? 1 : 0); i > 0; --i)
            turn.parts.append(chance(25) ? makeFile() : ChatPart{TextPart{one(texts)}});
        request.messages.append(turn);
    }

    QList<ToolCallPart> makeAssistant(ChatRequest &request)
    {
        ChatMessage turn{ChatMessage::Assistant, {}};
        if (chance(25)) {
            const QByteArray by = chance(50) ? m_origin : QByteArray("elsewhere/model");
            const bool redacted = chance(20);
            turn.parts.append({ReasoningPart{redacted ? QByteArray() : one(texts),
                                             {by, chance(80) || redacted ? "c2lnbmVk" : ""},
                                             redacted}});
        }
        for (int i = roll(3); i > 0; --i)
            turn.parts.append(chance(10) ? ChatPart{RefusalPart{one(texts)}}
                                         : ChatPart{TextPart{one(texts)}});
        QList<ToolCallPart> calls;
        const int first = roll(int(ids.size())); // two calls of one turn never have the same id
        for (int i = roll(4) - 1; i > 0 && !request.tools.isEmpty(); --i) {
            const ChatTool &tool = request.tools[roll(int(request.tools.size()))];
            ToolCallPart call{ids[(first + i) % ids.size()], tool.name, one(arguments)};
            call.freeform = tool.kind == ChatTool::Freeform;
            if (call.freeform)
                call.arguments = one(texts);
            calls.append(call);
            turn.parts.append({call});
        }
        request.messages.append(turn);
        return calls;
    }

    void makeExchange(ChatRequest &request)
    {
        makeUser(request, std::exchange(m_open, {}));
        if (!chance(70))
            return;
        m_open = makeAssistant(request);
        if (!m_open.isEmpty() && chance(95))
            makeUser(request, std::exchange(m_open, {}));
    }

    void makeSettings(ChatRequest &request)
    {
        Sampling &sampling = request.sampling;
        if (chance(40))
            sampling.temperature = roll(21) / 10.0;
        if (chance(20))
            sampling.topP = 0.1 + roll(9) / 10.0;
        if (chance(20))
            sampling.topK = 1 + roll(100);
        if (chance(20))
            sampling.seed = chance(50) ? 7 : 5'000'000'000;
        if (chance(20))
            sampling.frequencyPenalty = -0.5;
        if (chance(20))
            sampling.presencePenalty = 1.25;
        for (int i = roll(7) - 2; i > 0; --i)
            request.stops.append(chance(20) ? QByteArray(" ") : one(texts));
        if (chance(60))
            request.maxTokens = 1 + roll(8000);
        makeReasoning(request.reasoning);
        // A budget is below max_tokens (translation rules, 5.4): there is room, so that none is cut.
        if (request.maxTokens)
            *request.maxTokens += budgetOf(Effort::High);
        makeOutput(request.output);
        if (chance(20))
            request.user = "user-17";
        request.stream = chance(50);
    }

    //! Not `minimal`, `xhigh` and `max`, nor budgets that stand for them: no table of efforts and budgets has
    //! all of them (translation rules, 5.4), and each writer takes the next that there is.
    void makeReasoning(ReasoningWish &wish)
    {
        constexpr Effort efforts[] = {Effort::Low, Effort::Medium, Effort::High};
        switch (roll(6)) {
        case 0:
            wish.mode = ReasoningWish::Off;
            break;
        case 1:
            wish.mode = ReasoningWish::ByEffort;
            wish.effort = efforts[roll(3)];
            wish.effortGiven = true;
            break;
        case 2:
            wish.mode = ReasoningWish::ByBudget;
            wish.budget = 1024 + roll(20'000);
            break;
        default:
            break;
        }
    }

    void makeOutput(OutputFormat &output)
    {
        if (chance(75))
            return;
        output.kind = chance(30) ? OutputFormat::JsonObject : OutputFormat::JsonSchema;
        if (output.kind == OutputFormat::JsonObject)
            return;
        output.name = chance(80) ? "answer" : "";
        output.schema = makeSchema(0);
        if (chance(60))
            output.strict = chance(50);
    }

    QRandomGenerator m_random;
    QByteArray m_origin;
    QList<ToolCallPart> m_open; //!< calls without a result so far
};

} // namespace

ChatRequest madeUpConversation(quint32 seed, const QByteArray &origin)
{
    return Generator(seed, origin).make();
}
