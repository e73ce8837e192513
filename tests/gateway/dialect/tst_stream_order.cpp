// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/translation.h"
#include "toy_dialect.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

QByteArray event(QByteArrayView key, QByteArrayView text)
{
    QByteArray json;
    JsonWriter(json).openObject().text(key, text).closeObject();
    return json;
}

QByteArray say(QByteArrayView text)
{
    return event("text", text);
}

QByteArray think(QByteArrayView text)
{
    return event("think", text);
}

QByteArray sign(QByteArrayView text)
{
    return event("sign", text);
}

QByteArray stop(int reason)
{
    QByteArray json;
    JsonWriter(json).openObject().number("stop", reason).closeObject();
    return json;
}

QByteArray mayStop(int reason)
{
    QByteArray json;
    JsonWriter(json).openObject().number("maystop", reason).closeObject();
    return json;
}

QByteArray call(int index, QByteArrayView id, QByteArrayView name, QByteArrayView arguments)
{
    QByteArray json;
    JsonWriter writer(json);
    writer.openObject().openObject("call").number("index", index);
    writer.text("id", id).text("name", name).text("args", arguments).closeObject().closeObject();
    return json;
}

ReplyContext context()
{
    ReplyContext context;
    context.origin = "p/m";
    context.answerTool = "answer";
    context.freeformTools = {"patch"};
    context.names = ToolNames({16});
    context.names.sent("a very long name of a tool");
    return context;
}

//! What comes out, in short: `T` text, `R` reasoning, `X` redacted, `C(id,name)` call; `[deltas|…]`; `!n` the
//! end with its reason, `?` a failure.
QByteArray played(const QByteArrayList &events, const QByteArray &end = "[DONE]",
                  const ReplyContext &told = context())
{
    StreamTranslation stream(toyProvider, Target{}, toyClient, told);
    const auto feed = [&](const QByteArray &event) { stream.feed(QByteArray("data: " + event + "\n\n")); };
    for (const QByteArray &event : events)
        feed(event);
    if (!end.isEmpty())
        feed(end);
    stream.bodyEnded();
    QByteArray out;
    JsonDocument document;
    for (const QByteArray &line : stream.output().split('\n')) {
        const JsonView event = document.parse(QByteArrayView(line).sliced(line.isEmpty() ? 0 : 6));
        if (const auto kind = event["begin"].integer()) {
            out.append(QByteArray("TRXFC").mid(*kind, 1));
            if (event["id"])
                out.append('(' + event["id"].text() + ',' + event["name"].text() + ')');
            out.append('[');
        } else if (event["delta"]) {
            out.append(event["delta"].text() + '|');
        } else if (event["sign"]) {
            out.append('~' + event["sign"].text());
        } else if (event["end"]) {
            out.append("] ");
        } else if (event["stop"]) {
            out.append('!' + event["stop"].text());
        }
    }
    return stream.failure() ? QByteArray(out + '?') : out;
}

} // namespace

//! Whatever order a provider has, clients get one start, parts one after the other, and one end.
class TestStreamOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orders_data()
    {
        QTest::addColumn<QByteArrayList>("events");
        QTest::addColumn<QByteArray>("is");
        const auto row = [](const char *name, const QByteArrayList &events, const char *is) {
            QTest::newRow(name) << events << QByteArray(is);
        };
        row("text", {say("a"), say(""), say("b"), stop(0)}, "T[a|b|] !0");
        row("text and finish in one", {"{\"text\":\"a\",\"stop\":0}"}, "T[a|] !0");
        row("two finishes", {say("a"), stop(0), stop(2), say("late")}, "T[a|] !0");
        row("a reason with each piece", {say("a"), mayStop(0), say("b"), mayStop(2), say("c"), mayStop(0)},
            "T[a|b|c|] !2");
        row("a reason before anything", {mayStop(0), say("a"), call(0, "1", "f", ""), mayStop(0)},
            "T[a|] C(1,f)[{}|] !3");
        row("no finish but done", {say("a")}, "T[a|] !0");
        row("reasoning only", {think("a"), stop(0)}, "R[a|] !0");
        row("reasoning, text, reasoning", {think("a"), say("b"), think("c"), stop(0)},
            "R[a|] T[b|] R[c|] !0");
        row("signature", {think("a"), sign("s"), say("b"), stop(0)}, "R[a|~p/m s] T[b|] !0");
        row("signature alone", {sign("s"), say("b"), stop(0)}, "R[~p/m s] T[b|] !0");
        row("signature between", {say("a"), sign("s"), say("b"), stop(0)}, "T[a|] R[~p/m s] T[b|] !0");
        row("signature of nothing", {say("b"), sign("s"), stop(0)}, "T[b|] !0");
        row("call", {call(0, "1", "f", "{\"a\":"), call(0, "", "", "1}"), stop(3)}, "C(1,f)[{\"a\":|1}|] !3");
        row("id and name apart",
            {call(0, "1", "", ""), call(0, "", "", "{"), call(0, "", "f", ""), call(0, "", "", "}"), stop(3)},
            "C(1,f)[{|}|] !3");
        row("no id, no name", {call(4, "", "", "{}"), stop(3)}, "C(call_1,tool_4)[{}|] !3");
        row("no sign of a call", {say("a"), call(0, "", "", " "), stop(3)}, "T[a|] !0");
        row("no arguments", {call(0, "1", "f", ""), stop(3)}, "C(1,f)[{}|] !3");
        row("finish says stop", {call(0, "1", "f", ""), stop(0)}, "C(1,f)[{}|] !3");
        row("finish says tools", {say("a"), stop(3)}, "T[a|] !0");
        row("too long", {call(0, "1", "f", "{"), stop(2)}, "C(1,f)[{|] !2");
        row("interleaved",
            {call(0, "1", "f", "{\"a\""), call(1, "2", "g", "{\"b\""), call(0, "", "", ":1}"),
             call(1, "", "", ":2"), call(1, "", "", "}"), stop(3)},
            "C(1,f)[{\"a\"|:1}|] C(2,g)[{\"b\"|:2|}|] !3");
        row("one after the other",
            {call(0, "1", "f", "{}"), call(1, "2", "g", "{"), call(1, "", "", "}"), stop(3)},
            "C(1,f)[{}|] C(2,g)[{|}|] !3");
        row("ends of calls",
            {call(0, "1", "f", ""), call(1, "2", "g", ""), "{\"endcall\":0}", call(1, "", "", "{}"), stop(3)},
            "C(1,f)[{}|] C(2,g)[{}|] !3");
        row("one index for all", {call(0, "1", "f", "{}"), call(0, "2", "f", "{}"), stop(3)},
            "C(1,f)[{}|] C(2,f)[{}|] !3");
        row("one id for two", {call(0, "1", "f", "{}"), call(1, "1", "f", "{}"), stop(3)},
            "C(1,f)[{}|] C(1,f)[{}|] !3");
        row("text within a call", {call(0, "1", "f", "{"), say("a"), call(0, "", "", "}"), say("b"), stop(3)},
            "C(1,f)[{|}|] T[a|b|] !3");
        row("name restored",
            {call(0, "a:b", ToolNames({16}).sent("a very long name of a tool"), ""), stop(3)},
            "C(a_b,a very long name of a tool)[{}|] !3");
        row("structured answer", {call(0, "1", "answer", "{\"x\":"), call(0, "", "", "1}"), stop(3)},
            "T[{\"x\":|1}|] !0");
        row("structured answer, given twice",
            {call(0, "1", "answer", "{\"x\":1}"), call(1, "2", "answer", "{"), call(1, "", "", "}"), stop(3)},
            "T[{\"x\":1}|] !0");
        row("freeform call", {call(0, "1", "patch", "{\"input\":"), call(0, "", "", "\"a\\nb\"}"), stop(3)},
            "C(1,patch)[a\nb|] !3");
    }

    void orders()
    {
        QFETCH(QByteArrayList, events);
        QTEST(played(events), "is");
    }

    void holdsWhatIsSaidBesideTheAnswer_data()
    {
        QTest::addColumn<QByteArrayList>("events");
        QTest::addColumn<QByteArray>("is");
        const auto row = [](const char *name, const QByteArrayList &events, const char *is) {
            QTest::newRow(name) << events << QByteArray(is);
        };
        const QByteArray answer = call(0, "1", "answer", "{}");
        row("around the tool", {say("a"), answer, say("b"), stop(3)}, "T[{}|] !0");
        row("text alone", {say("a"), say("b"), stop(0)}, "T[ab|] !0");
        row("text without a stop", {say("a"), say("b")}, "T[ab|] !0");
        row("thoughts", {think("a"), say("b"), answer, mayStop(3)}, "R[a|] T[{}|] !0");
        row("another tool", {say("a"), call(0, "1", "f", "{}"), stop(3)}, "T[a|] C(1,f)[{}|] !3");
    }

    void holdsWhatIsSaidBesideTheAnswer()
    {
        QFETCH(QByteArrayList, events);
        ReplyContext told = context();
        told.answerToolForced = false;
        QTEST(played(events, "[DONE]", told), "is");
    }

    void fails_data()
    {
        QTest::addColumn<QByteArrayList>("events");
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<QByteArray>("is");
        QTest::newRow("cut") << QByteArrayList{say("a")} << QByteArray() << QByteArray("T[a|?");
        QTest::newRow("nothing") << QByteArrayList{} << QByteArray() << QByteArray("?");
        QTest::newRow("nothing but an end") << QByteArrayList{} << QByteArray("[DONE]") << QByteArray("?");
        QTest::newRow("error") << QByteArrayList{say("a"), "{\"error\":{\"message\":\"x\"}}"}
                               << QByteArray("[DONE]") << QByteArray("T[a|?");
        QTest::newRow("not JSON") << QByteArrayList{say("a"), "{\"text\":"} << QByteArray("[DONE]")
                                  << QByteArray("T[a|?");
    }

    void fails()
    {
        QFETCH(QByteArrayList, events);
        QFETCH(QByteArray, end);
        QTEST(played(events, end), "is");
    }

    void endsAtTheEndOfTheBody()
    {
        QCOMPARE(played({"{\"text\":\"a\",\"stop\":0}"}, {}), QByteArray("T[a|] !0"));
        QCOMPARE(played({mayStop(0), say("a")}, {}), QByteArray("T[a|] !0"));
    }

    void stopsEndlessSpace()
    {
        const QByteArray spaces = call(0, "", "", QByteArray(400, ' '));
        const QByteArray out =
            played({call(0, "1", "f", "{"), spaces, spaces, spaces, call(1, "2", "g", "{}")});
        QVERIFY(out.endsWith('?'));
        QVERIFY(!out.contains(']')); // no call looks finished
        const QByteArray many = call(0, "", "", QByteArray(20'000, ' '));
        QVERIFY(played({call(0, "1", "f", "{"), many, many}).size() < 30'000);
    }

    void keepsSpaceBeforeAValue()
    {
        const QByteArray spaces = call(0, "", "", QByteArray(400, ' '));
        const QByteArray out = played({call(0, "1", "f", "{\"a\":"), spaces, spaces, call(0, "", "", "1}")});
        QVERIFY2(out.endsWith("1}|] !3"), out.last(20).constData());
    }

    void keepsSpaceWithinText()
    {
        const QByteArray out =
            played({call(0, "1", "f", QByteArray("{\"a\":\"" + QByteArray(900, ' ') + "x\"}"))});
        QVERIFY2(out.contains("x\"}"), out.constData());
    }

    void boundsTheAnswer()
    {
        const auto endless = [](const QByteArray &each, int times) {
            StreamTranslation stream(toyProvider, Target{}, toyClient, context());
            for (int i = 0; i < times && !stream.over(); ++i) {
                stream.feed(QByteArray("data: " + each + "\n\n"));
                stream.output().resize(0);
            }
            return stream.failure() ? stream.failure()->code : QByteArray();
        };
        const QByteArray text = say(QByteArray(1024 * 1024, 'x'));
        QCOMPARE(endless(text, 32), QByteArray());
        QCOMPARE(endless(text, 33), QByteArray("upstream_protocol"));

        StreamTranslation calls(toyProvider, Target{}, toyClient, context());
        for (int i = 0; i < 4100 && !calls.over(); ++i)
            calls.feed(QByteArray("data: " + call(i, QByteArray::number(i), "f", "{}") + "\n\n"));
        QVERIFY(calls.failure());
    }

    void boundsWhatWaits()
    {
        const QByteArray first = call(0, "1", "f", "{");
        const QByteArray more = call(1, "2", "g", QByteArray(1024 * 1024, 'x'));
        QVERIFY(!played({first, more, more}).endsWith('?'));
        QVERIFY(played({first, more, more, more, more}).endsWith('?'));
    }

    void pings()
    {
        StreamTranslation stream(toyProvider, Target{}, toyClient, context());
        stream.ping();
        QCOMPARE(stream.output(), QByteArray("data: {\"start\":\"\"}\n\n: ping\n\n"));
        stream.feed("data: {\"text\":\"a\",\"stop\":0}\n\ndata: [DONE]\n\n");
        QCOMPARE(stream.output().count("start"), 1);
        const qsizetype size = stream.output().size();
        stream.ping();
        stream.feed("data: {\"text\":\"late\"}\n\n");
        QCOMPARE(stream.output().size(), size);
    }
};

QTEST_GUILESS_MAIN(TestStreamOrder)
#include "tst_stream_order.moc"
