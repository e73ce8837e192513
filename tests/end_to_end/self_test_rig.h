// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gateway/gateway_rig.h"

#include <QTest>

namespace gatehouse {

constexpr auto soon = 10000;

//! A chat completion with \a message as the members of its message.
inline FakeAnswer answerOf(const QByteArray &message, const QByteArray &finish = "stop")
{
    return FakeAnswer::json("{\"id\":\"c\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\"," +
                            message + "},\"finish_reason\":\"" + finish +
                            "\"}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":4}}");
}

inline QByteArray call(const QByteArray &name, const QByteArray &arguments)
{
    return "{\"id\":\"c_" + QByteArray::number(qHash(arguments)) +
           "\",\"type\":\"function\",\"function\":{\"name\":\"" + name + "\",\"arguments\":\"" + arguments +
           "\"}}";
}

inline QByteArray calls(const QByteArrayList &all)
{
    return "\"content\":null,\"tool_calls\":[" + all.join(',') + ']';
}

//! Does all that is asked of it.
inline FakeAnswer able(const FakeRequest &request)
{
    const QByteArray &body = request.body;
    if (body.contains("\"stream\":true"))
        return FakeAnswer::stream(shortChat().usage(9, 4).done().events());
    if (body.contains("Rome"))
        return answerOf(calls({call("get_weather", "{\\\"city\\\":\\\"Paris\\\"}"),
                               call("get_weather", "{\\\"city\\\":\\\"Rome\\\"}")}),
                        "tool_calls");
    if (body.contains("get_time"))
        return answerOf(calls({call("get_time", "{}")}), "tool_calls");
    if (body.contains("look_up_the")) {
        const qsizetype begin = body.indexOf("look_up_the");
        return answerOf(
            calls({call(body.mid(begin, body.indexOf('"', begin) - begin), "{\\\"city\\\":\\\"Paris\\\"}")}),
            "tool_calls");
    }
    if (body.contains("image_url"))
        return answerOf("\"content\":\"Purple and green.\"");
    if (body.contains("json_schema"))
        return answerOf("\"content\":\"{\\\"name\\\":\\\"Ann\\\",\\\"age\\\":30}\"");
    if (body.contains("reasoning_effort"))
        return answerOf("\"content\":\"0.05\",\"reasoning_content\":\"Let me see.\"");
    if (body.contains("two hundred"))
        return answerOf("\"content\":\"The sea\"", "length");
    return answerOf("\"content\":\"Hello\"");
}

inline FakeAnswer refusingImages(const FakeRequest &request)
{
    return request.body.contains("image_url")
               ? FakeAnswer::json("{\"error\":{\"message\":\"no images, sk-proj-0123456789abcdefghij\"}}",
                                  400)
               : able(request);
}

//! A gateway that is asked for self-tests.
struct SelfTestRig : GatewayRig
{
    QSignalSpy answered{&gateway, &Gateway::selfTestAnswered};
    QSignalSpy tested{&gateway, &Gateway::selfTested};
    QSignalSpy changed{&gateway, &Gateway::capabilitiesChanged};
    QSignalSpy records{&gateway, &Gateway::recorded};

    CapabilitySheet run(const QString &id = QStringLiteral("fake"),
                        const QString &model = QStringLiteral("m"))
    {
        gateway.selfTest(id, model);
        const auto count = tested.size() + 1;
        [&] { QTRY_COMPARE_WITH_TIMEOUT(tested.size(), count, soon); }();
        return tested.isEmpty() ? CapabilitySheet() : tested.last().at(1).value<CapabilitySheet>();
    }
};

} // namespace gatehouse
