// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load_request.h"

namespace gatehouse::bench {
namespace {

constexpr std::size_t mebibyte = 1024 * 1024;
constexpr char question[] = "Tell me something in about a hundred characters.";

std::string chat(const std::string &model, const std::string &text, const std::string &more = {})
{
    return R"({"model":")" + model +
           R"(","messages":[{"role":"system","content":"You are a helpful assistant."},)"
           R"({"role":"user","content":")" +
           text + R"("}])" + more + '}';
}

//! Prose as a JSON string holds it: with escapes, so that there is something to read.
std::string prose(std::size_t bytes)
{
    std::string text;
    text.reserve(bytes + 64);
    while (text.size() < bytes)
        text += R"(The quick brown fox said \"no\" and jumped over the lazy dog.\n)";
    return text;
}

std::string post(const std::string &path, const std::string &body)
{
    return "POST " + path +
           " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) +
           "\r\nAuthorization: Bearer sk-bench-client\r\nUser-Agent: bench\r\n\r\n" + body;
}

} // namespace

std::string requestOf(const std::string &mode)
{
    const std::string path = "/v1/chat/completions";
    const std::string model = "gpt-4o-mini";
    if (mode == "small")
        return post(path, chat(model, question));
    if (mode == "body")
        return post(path, chat(model, prose(10 * mebibyte)));
    if (mode == "stream")
        return post(path, chat(model, question, R"(,"stream":true)"));
    if (mode == "translated")
        return post(path, chat("claude-bench", question, R"(,"stream":true)"));
    if (mode == "large")
        return post("/v1/embeddings",
                    R"({"model":")" + model + R"(","input":")" + std::string(mebibyte, 'x') + R"("})");
    return {};
}

} // namespace gatehouse::bench
