// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/faults.h"

#include "tests/soak/chance.h"

namespace gatehouse::soak {
namespace {

QByteArray beginning(const FakeAnswer &good, QRandomGenerator &random)
{
    const QByteArray bytes = good.bytes();
    return bytes.left(random.bounded(int(bytes.size())));
}

FakeAnswer refusal(QRandomGenerator &random)
{
    constexpr int statuses[] = {401, 408, 429, 429, 429, 500, 500, 502, 503, 529};
    QByteArrayList headers;
    if (oneIn(random, 3))
        headers.append("Retry-After: 1");
    return FakeAnswer::json(R"({"error":{"message":"Not now","type":"overloaded_error"}})",
                            anyOf(random, statuses), headers);
}

FakeAnswer garbage(QRandomGenerator &random)
{
    switch (random.bounded(8)) {
    case 0:
        return FakeAnswer::raw(someBytes(random, 2'000)).close();
    case 1:
        return FakeAnswer::json(someBytes(random, 2'000));
    case 2:
        return FakeAnswer::whole(200, "text/html", "<html>Log in to the hotel's network</html>");
    case 3:
        return FakeAnswer::raw("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}").close();
    case 4:
        return FakeAnswer::json("{}", 200, {"X-Long: " + QByteArray(200'000, 'x')});
    case 5:
        return FakeAnswer::stream({"data: {\"choices\":7}\n\n", "data: " + someText(random) + "\n\n"});
    case 6:
        return FakeAnswer::stream(
            {"data: {\"error\":{\"message\":\"Not now\",\"type\":\"server_error\"}}\n\n"});
    default:
        return FakeAnswer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                               "Transfer-Encoding: chunked\r\n\r\nzz\r\n")
            .close();
    }
}

} // namespace

FakeAnswer spoilt(Fault fault, FakeAnswer good, QRandomGenerator &random)
{
    switch (fault) {
    case Fault::None:
        break;
    case Fault::Resets:
        return oneIn(random, 3) ? FakeAnswer().reset() : FakeAnswer::raw(beginning(good, random)).reset();
    case Fault::Refuses:
        return refusal(random);
    case Fault::Cuts:
        return FakeAnswer::raw(beginning(good, random)).close();
    case Fault::Stalls:
        return FakeAnswer::raw(beginning(good, random)).pause(std::chrono::seconds(4)).close();
    case Fault::Garbage:
        return garbage(random);
    }
    return good;
}

} // namespace gatehouse::soak
