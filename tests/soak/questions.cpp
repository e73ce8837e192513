// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/questions.h"

#include "tests/soak/callers.h"
#include "tests/soak/chance.h"
#include "tests/support/raw_client.h"

namespace gatehouse::soak {
namespace {

const QByteArrayList healthy = {
    "gpt-4o", "gpt-4o", "fast",  "claude-sonnet-4-5", "gemini-2.5-flash", "open/gpt-4o",
    "smart",  "spread", "quick", "extra-0/e",         "extra-1/e",        "x",
    "y-model"};
const QByteArrayList faulty = {"resets/m",   "refuses/m", "refuses-ant/m", "cuts/m",        "cuts-ant/m",
                               "cuts-gem/m", "stalls/m",  "garbage/m",     "garbage-gem/m", "gone/m"};

QByteArray keyLine(QRandomGenerator &random, const QByteArray &caller)
{
    const QByteArrayList names = {"Authorization: Bearer ", "x-api-key: ", "x-goog-api-key: ", "api-key: "};
    return anyOf(random, names) + keyOf(caller);
}

//! The last members of a body: sampling, and now and then what another dialect has no word for.
QByteArray extras(QRandomGenerator &random)
{
    QByteArray more;
    if (oneIn(random, 3))
        more += R"(,"temperature":0.5)";
    if (oneIn(random, 10))
        more += R"(,"logit_bias":{"50256":-100},"seed":7)";
    return more;
}

struct Form
{
    QByteArray target;
    QByteArray body;
};

Form chat(QRandomGenerator &random, const QByteArray &model)
{
    return {oneIn(random, 4) ? "/chat/completions" : "/v1/chat/completions",
            R"({"model":")" + model +
                R"(","messages":[{"role":"system","content":"Be kind."},)"
                R"({"role":"user","content":")" +
                someText(random) + R"("}])" + (oneIn(random, 2) ? R"(,"stream":true)" : "") + extras(random) +
                '}'};
}

Form messages(QRandomGenerator &random, const QByteArray &model)
{
    return {oneIn(random, 8) ? "/v1/messages/count_tokens" : "/v1/messages",
            R"({"model":")" + model + R"(","max_tokens":64,"messages":[{"role":"user","content":")" +
                someText(random) + R"("}])" + (oneIn(random, 2) ? R"(,"stream":true)" : "") + '}'};
}

Form responses(QRandomGenerator &random, const QByteArray &model)
{
    // Not to be remembered: what is would go on changing its size in a memory that is full (fillMemory()).
    return {"/v1/responses", R"({"model":")" + model + R"(","store":false,"input":")" + someText(random) +
                                 '"' + (oneIn(random, 2) ? R"(,"stream":true)" : "") + '}'};
}

Form contents(QRandomGenerator &random, const QByteArray &model)
{
    const QByteArrayList deeds = {":generateContent", ":streamGenerateContent?alt=sse",
                                  ":streamGenerateContent", ":countTokens"};
    QByteArray name = model;
    if (oneIn(random, 2))
        name.replace('/', "%2F");
    return {"/v1beta/models/" + name + anyOf(random, deeds),
            R"({"contents":[{"role":"user","parts":[{"text":")" + someText(random) + R"("}]}]})"};
}

Form anyForm(QRandomGenerator &random, const QByteArray &model)
{
    const int dice = random.bounded(100);
    if (dice < 45)
        return chat(random, model);
    if (dice < 62)
        return messages(random, model);
    if (dice < 74)
        return responses(random, model);
    if (dice < 88)
        return contents(random, model);
    if (dice < 94)
        return {"/v1/embeddings", R"({"model":")" + model + R"(","input":")" + someText(random) + R"("})"};
    return {"/v1/audio/speech", R"({"model":")" + model + R"(","voice":"a","input":"Hi"})"};
}

QByteArray get(const QByteArray &target, const QByteArrayList &headers = {})
{
    return httpRequest("GET", target, {}, headers);
}

} // namespace

Question modelQuestion(QRandomGenerator &random, const QByteArray &caller)
{
    const QByteArray key = keyLine(random, caller);
    if (oneIn(random, 30))
        return {get("/providers/open/models", {key}), Question::Model, caller};
    const QByteArray model = oneIn(random, 4) ? anyOf(random, faulty) : anyOf(random, healthy);
    const Form form = anyForm(random, model);
    return {jsonRequest(form.target, form.body, {key}), Question::Model, caller};
}

Question rememberedQuestion(QRandomGenerator &random)
{
    const QByteArray text(random.bounded(10'000, 60'000), 'x');
    return {jsonRequest("/v1/responses", R"({"model":"claude-sonnet-4-5","input":")" + text + R"("})",
                        {keyLine(random, caller::stays)}),
            Question::Model, caller::stays, 200};
}

Question refusedQuestion(QRandomGenerator &random)
{
    const QByteArray key = keyLine(random, caller::stays);
    const QByteArray good = R"({"model":"gpt-4o","messages":[{"role":"user","content":"Hi"}]})";
    const auto known = [&](const QByteArray &body, int status) {
        return Question{jsonRequest("/v1/chat/completions", body, {key}), Question::Model, caller::stays,
                        status};
    };
    switch (random.bounded(8)) {
    case 0:
        return known(someBytes(random, 500), 400);
    case 1:
        return known(R"({"model":5,"messages":[]})", 400);
    case 2:
        return known(R"({"model":"gpt-4o"})", 400);
    case 3:
        return known(R"({"model":"gpt-4o","model":"fast","messages":[]})", 400);
    case 4:
        return known(R"({"model":"nobody-has-this","messages":[]})", 404);
    case 5:
        return {httpRequest("POST", "/v1/chat/completions", good, {key, "Content-Type: text/plain"}),
                Question::Model, caller::stays, 415};
    case 6:
        return {jsonRequest("/v1/chat/completions", good, {"Authorization: Bearer gh-not-a-key"}),
                Question::Model, caller::unknown, 401};
    default:
        return {
            jsonRequest("/v1/messages", good, {keyLine(random, caller::narrow)}).replace("gpt-4o", "gpt-9o"),
            Question::Model, caller::narrow, 403};
    }
}

Question localQuestion(QRandomGenerator &random)
{
    const QByteArrayList targets = {"/health",    "/health/ready",     "/metrics",      "/",
                                    "/v1/models", "/v1/models/gpt-4o", "/v1beta/models"};
    return {get(anyOf(random, targets), {keyLine(random, caller::stays)}), Question::Local, {}, 200};
}

Question doorQuestion(QRandomGenerator &random)
{
    const auto door = [](const QByteArray &bytes, int status) {
        return Question{bytes, Question::Door, {}, status};
    };
    const QByteArray head = "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    switch (random.bounded(12)) {
    case 0:
        return door("GET /health HTTP/1.1\r\n\r\n", 400);
    case 1:
        return door(head + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400);
    case 2:
        return door(head + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}", 400);
    case 3:
        return door(head + "Transfer-Encoding: chunked\r\n\r\nno-size\r\n", 400);
    case 4:
        return door("GET /health HTTP/2.0\r\nHost: 127.0.0.1\r\n\r\n", 505);
    case 5:
        return door("GET /health HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403);
    case 6:
        return door(get("/health", {"Origin: https://evil.example"}), 403);
    case 7:
        return door(get("/v1/nothing"), 404);
    case 8:
        return door(get("/v1/chat/completions"), 405);
    case 9:
        return door(get('/' + QByteArray(10'000, 'x')), 414);
    case 10:
        return door(get("/health", {"X-Long: " + QByteArray(70'000, 'x')}), 431);
    default:
        return door(head + "Content-Length: 99999999999\r\n\r\n{", 413);
    }
}

} // namespace gatehouse::soak
