// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/cache_marks.h"
#include "gateway/dialect/token_estimate.h"
#include "gateway/dialect/turns.h"

#include <QTest>

using namespace gatehouse;

namespace {

constexpr auto User = ChatMessage::User;
constexpr auto Assistant = ChatMessage::Assistant;

ChatPart text(const char *text)
{
    return {TextPart{text}};
}

ChatPart call(const char *id, const char *name, const char *arguments = "{}")
{
    return {ToolCallPart{id, name, arguments}};
}

ChatPart result(const char *id, const char *content)
{
    return {ToolResultPart{id, {}, {TextPart{content}}}};
}

//! `U:` or `A:` and the parts: texts, `id(name)` of calls, `id(name)=content` of results.
QByteArray inShort(const ChatRequest &request)
{
    QByteArrayList turns;
    for (const ChatMessage &message : request.messages) {
        QByteArrayList parts;
        for (const ChatPart &part : message.parts) {
            if (const auto *said = part.as<TextPart>())
                parts.append(said->text);
            if (const auto *called = part.as<ToolCallPart>())
                parts.append(called->id + '(' + called->name + ')');
            if (const auto *given = part.as<ToolResultPart>())
                parts.append(given->callId + '(' + given->name +
                             ")=" + std::get<TextPart>(given->content.front()).text);
        }
        turns.append((message.role == User ? "U:" : "A:") + parts.join(','));
    }
    return turns.join(' ');
}

} // namespace

//! Conversations and answers are put in the order that every dialect can be written from.
class TestTurns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settlesTurns_data()
    {
        QTest::addColumn<QList<ChatMessage>>("messages");
        QTest::addColumn<QByteArray>("is");
        using Messages = QList<ChatMessage>;
        QTest::newRow("same role") << Messages{{User, {text("a")}},
                                               {User, {text("b")}},
                                               {Assistant, {text("c")}}}
                                   << QByteArray("U:a,b A:c");
        QTest::newRow("empty") << Messages{{User, {text("a")}}, {Assistant, {text("")}}, {User, {text("b")}}}
                               << QByteArray("U:a,b");
        QTest::newRow("results first") << Messages{{Assistant, {text("x"), call("1", "f"), call("2", "g")}},
                                                   {User, {text("a"), result("1", "r")}},
                                                   {User, {result("2", "s"), text("b")}}}
                                       << QByteArray("A:x,1(f),2(g) U:1(f)=r,2(g)=s,a,b");
        QTest::newRow("twice") << Messages{{Assistant, {call("1", "f")}},
                                           {User, {result("1", "old")}},
                                           {User, {result("1", "new")}}}
                               << QByteArray("A:1(f) U:1(f)=new");
        QTest::newRow("id used again") << Messages{{Assistant, {call("1", "f")}},
                                                   {User, {result("1", "a")}},
                                                   {Assistant, {call("1", "g")}},
                                                   {User, {result("1", "b")}}}
                                       << QByteArray("A:1(f) U:1(f)=a A:1_2(g) U:1_2(g)=b");
        QTest::newRow("id used thrice")
            << Messages{{Assistant, {call("1", "f")}},
                        {User, {result("1", "a")}},
                        {Assistant, {call("1", "g")}},
                        {User, {result("1", "b"), result("1", "c")}},
                        {Assistant, {call("1_2", "h"), call("1", "i")}},
                        {User, {result("1", "d"), result("1_2", "e")}}}
            << QByteArray("A:1(f) U:1(f)=a A:1_3(g) U:1_3(g)=c A:1_2(h),1_4(i) U:1_4(i)=d,1_2(h)=e");
        QTest::newRow("said twice") << Messages{{Assistant, {call("1", "f")}},
                                                {Assistant, {call("1", "f"), call("1", "f", "[]")}},
                                                {User, {result("1", "a")}},
                                                {Assistant, {call("1", "f")}},
                                                {User, {result("1", "b")}}}
                                    << QByteArray("A:1(f),1_2(f) U:1(f)=a A:1_3(f) U:1_3(f)=b");
        QTest::newRow("one id in one turn") << Messages{{Assistant, {call("1", "f")}},
                                                        {Assistant, {call("1", "g"), call("2", "h")}},
                                                        {User, {result("2", "c"), result("1", "a")}},
                                                        {User, {result("1", "b")}}}
                                            << QByteArray("A:1(f),1_2(g),2(h) U:2(h)=c,1(f)=a,1_2(g)=b");
        QTest::newRow("late result") << Messages{{Assistant, {call("1", "f")}},
                                                 {User, {text("wait")}},
                                                 {Assistant, {text("so")}},
                                                 {User, {result("1", "a")}}}
                                     << QByteArray("A:1(f) U:wait A:so U:1(f)=a");
        QTest::newRow("no ids")
            << Messages{{Assistant, {call("", "f"), call("call_1", "g"), call("", "h")}},
                        {User, {result("", "a")}},
                        {User, {result("call_1", "b"), result("", "c")}},
                        {Assistant, {call("", "i")}},
                        {User, {result("", "d")}}}
            << QByteArray("A:call_2(f),call_1(g),call_3(h) U:call_2(f)=a,call_1(g)=b,call_3(h)=c "
                          "A:call_4(i) U:call_4(i)=d");
        QTest::newRow("an id on one side only")
            << Messages{{Assistant, {call("", "f")}},
                        {User, {result("x", "a"), result("x", "b")}},
                        {Assistant, {call("1", "g"), call("2", "h")}},
                        {User, {result("2", "c"), result("", "d")}}}
            << QByteArray("A:call_1(f) U:call_1(f)=b A:1(g),2(h) U:2(h)=c,1(g)=d");
        QTest::newRow("nobody called twice")
            << Messages{{User, {result("9", "a"), result("9", "b")}}} << QByteArray("U:9()=b");
        QTest::newRow("nobody called") << Messages{{User, {result("9", "a")}}} << QByteArray("U:9()=a");
    }

    void settlesTurns()
    {
        QFETCH(QList<ChatMessage>, messages);
        ChatRequest request;
        request.messages = messages;
        settleTurns(request);
        QTEST(inShort(request), "is");
        ChatRequest again = request;
        settleTurns(again);
        QCOMPARE(again, request);
    }

    void settlesReplies()
    {
        ReplyContext context;
        context.origin = "p/m";
        context.names.sent("long.name");
        context.freeformTools = {"patch"};
        ChatReply reply;
        reply.parts = {{ReasoningPart{"why", {{}, "s"}}},
                       text(""),
                       call("a:1", "long_name", " "),
                       call("", "patch", "{\"input\":\"x\"}")};
        reply.stop = StopNote{StopReason::EndTurn};
        settleReply(reply, context);
        QCOMPARE(reply.parts.size(), 3);
        QCOMPARE(reply.parts[0].as<ReasoningPart>()->signature, (Signature{"p/m", "s"}));
        QCOMPARE(*reply.parts[1].as<ToolCallPart>(), (ToolCallPart{"a_1", "long.name", "{}"}));
        QCOMPARE(*reply.parts[2].as<ToolCallPart>(), (ToolCallPart{"call_1", "patch", "x", true}));
        QCOMPARE(reply.stop->reason, StopReason::ToolUse);
    }

    void endsInWhatIsSaid()
    {
        ChatReply reply;
        reply.parts = {ChatPart{ReasoningPart{{}, {{}, "s"}}}, text("a"),
                       ChatPart{ReasoningPart{{}, {{}, "t"}}}};
        settleReply(reply, {});
        QCOMPARE(reply.parts.size(), 2);
        QVERIFY(reply.parts[1].as<TextPart>());
    }

    void unwrapsAStructuredAnswer()
    {
        ReplyContext context;
        context.answerTool = "answer";
        ChatReply reply;
        reply.parts = {text("Here it is:"), call("1", "answer", "{\"b\": 1, \"a\": 2}"),
                       call("2", "answer", "{}")}; // the first is the answer
        reply.stop = StopNote{StopReason::ToolUse};
        settleReply(reply, context);
        QCOMPARE(reply.parts.size(), 1);
        QCOMPARE(reply.parts.first().as<TextPart>()->text, QByteArray("{\"b\":1,\"a\":2}"));
        QCOMPARE(reply.stop->reason, StopReason::EndTurn);
    }

    void settlesStops_data()
    {
        QTest::addColumn<int>("said"); // −1: nothing
        QTest::addColumn<bool>("calls");
        QTest::addColumn<int>("is");
        const auto row = [](const char *name, int said, bool calls, StopReason is) {
            QTest::newRow(name) << said << calls << int(is);
        };
        row("nothing, call", -1, true, StopReason::ToolUse);
        row("nothing, no call", -1, false, StopReason::EndTurn);
        row("stop, call", int(StopReason::EndTurn), true, StopReason::ToolUse);
        row("tools, no call", int(StopReason::ToolUse), false, StopReason::EndTurn);
        row("length, call", int(StopReason::MaxTokens), true, StopReason::MaxTokens);
        row("filter, call", int(StopReason::Refusal), true, StopReason::Refusal);
        row("other, no call", int(StopReason::Other), false, StopReason::Other);
    }

    void settlesStops()
    {
        QFETCH(int, said);
        QFETCH(bool, calls);
        std::optional<StopNote> stop;
        if (said >= 0)
            stop = StopNote{StopReason(said)};
        QTEST(int(settledStop(stop, calls).reason), "is");
    }

    void limitsCacheMarks()
    {
        const QByteArray mark = "{\"type\":\"ephemeral\"}";
        ChatRequest request;
        request.tools = {{ChatTool::Function, "f"}};
        request.tools[0].cacheControl = mark;
        request.system = {text("s")};
        request.system[0].cacheControl = mark;
        request.messages = {{User, {text("a"), text("b"), text("c")}}};
        for (ChatPart &part : request.messages[0].parts)
            part.cacheControl = mark;
        Dropped dropped;
        ChatRequest five = request;
        limitCacheMarks(five, 5, dropped);
        QCOMPARE(five, request);
        QVERIFY(dropped.names().isEmpty());
        limitCacheMarks(request, 4, dropped);
        QVERIFY(request.tools[0].cacheControl.isEmpty());
        QCOMPARE(request.system[0].cacheControl, mark);
        QCOMPARE(request.messages[0].parts[0].cacheControl, mark);
        QCOMPARE(dropped.header(), QByteArray("cache_control"));
    }

    void estimates()
    {
        QCOMPARE(estimateTokens("four"), 1);
        QCOMPARE(estimateTokens("你好吗"), 3);
        QCOMPARE(estimateTokens("😀"), 1);
        QCOMPARE(estimateTokens(QByteArrayView()), 0);
        ChatRequest request;
        request.messages = {{User, {text("four"), {ImagePart{}}}}};
        QCOMPARE(estimateTokens(request), 4 + 4 + 1 + 1500);
    }

    void namesWhatWasDropped()
    {
        Dropped dropped;
        dropped.add("seed");
        dropped.add("a\r\nb, c");
        dropped.add("seed");
        QCOMPARE(dropped.header(), QByteArray("seed, a??b??c"));
        for (int i = 0; i < 100; ++i)
            dropped.add(QByteArray::number(i));
        QCOMPARE(dropped.names().size(), 32);
    }
};

QTEST_GUILESS_MAIN(TestTurns)
#include "tst_turns.moc"
