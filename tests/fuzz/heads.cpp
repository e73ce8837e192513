// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a provider's answer, line by line: what is kept of it can stand in an answer of ours, and only
// what may reach a client does.
#include "fuzz_input.h"
#include "gateway/upstream/reply_head_reader.h"
#include "gateway/upstream/retry_after.h"
#include "promise.h"

using namespace gatehouse;

namespace {

bool isPlain(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return uchar(c) < 0x20 || c == 0x7f; });
}

bool mayPass(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 7> beginnings = {
        "retry-after", "request-id", "x-should-retry", "x-ratelimit-", "anthropic-ratelimit-", "openai-"};
    return std::any_of(beginnings.begin(), beginnings.end(), [&](QByteArrayView beginning) {
        return !beginning.isEmpty() && name.startsWith(beginning);
    });
}

void requireLines(const QByteArray &lines)
{
    if (lines.isEmpty())
        return;
    require(lines.endsWith("\r\n"), "Every line has its end.");
    QByteArrayView rest = lines;
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf("\r\n");
        const QByteArrayView line = rest.first(end);
        const qsizetype colon = line.indexOf(": ");
        require(colon > 0 && isPlain(line), "A line is a name and a plain value.");
        const QByteArrayView name = line.first(colon);
        require(mayPass(name), "Only what may reach a client does.");
        require(std::all_of(name.begin(), name.end(),
                            [](char c) {
                                return c == '-' || c == '_' || (c >= 'a' && c <= 'z') ||
                                       (c >= '0' && c <= '9');
                            }),
                "A name is one word in lower case.");
        rest = rest.sliced(end + 2);
    }
}

void requireHead(const ReplyHead &head)
{
    require(head.status >= 200 && head.status <= 599, "The status is one of an answer.");
    require(head.contentLength >= -1, "A length is told or not.");
    require(isPlain(head.contentType) && isPlain(head.requestId), "What is kept of a head is plain.");
    require(!head.retryAfter || (head.retryAfter->count() >= 0 && *head.retryAfter <= maxRetryAfter),
            "A wait is from nothing to a day.");
    requireLines(head.headers);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const auto body = input.body();
    QByteArrayView rest(body.get(), input.size());
    ReplyHeadReader reader;
    bool done = false;
    while (!rest.isEmpty()) {
        const qsizetype feed = rest.indexOf('\n');
        const qsizetype end = feed < 0 ? rest.size() : feed + 1;
        const QByteArray line(rest.data(), end); // gone when the call is over
        rest = rest.sliced(end);
        const ReplyHeadReader::Step step = reader.line(line);
        if (step == ReplyHeadReader::Refused) {
            require(!reader.problem().isEmpty(), "A refusal says why.");
            return 0;
        }
        require(step != ReplyHeadReader::Done || !done, "A head ends once.");
        if (step == ReplyHeadReader::Done) {
            done = true;
            requireHead(reader.take());
        }
    }
    return 0;
}
