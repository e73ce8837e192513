// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/stream_watch.h"

#include <QTest>

using namespace gatehouse;

//! What is seen of a Gemini stream that is passed on: its end, its errors, and not what its arguments say.
class TestContentsWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void watches_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<bool>("content");
        QTest::addColumn<bool>("ended");
        QTest::addColumn<bool>("failed");
        const auto row = [](const char *name, const char *event, bool content, bool ended, bool failed) {
            QTest::newRow(name) << QByteArray(event) << content << ended << failed;
        };
        row("text", "{'candidates':[{'content':{'parts':[{'text':'a'}]}}]}", true, false, false);
        row("nothing yet", "{'candidates':[{'content':{'role':'model'}}],'usageMetadata':{}}", false, false,
            false);
        row("the end", "{'candidates':[{'finishReason':'STOP'}]}", true, true, false);
        row("blocked", "{'promptFeedback':{'blockReason':'SAFETY'}}", true, true, false);
        row("an error", "{'error':{'code':503}}", false, true, true);
        row("arguments that look like one",
            "{'candidates':[{'content':{'parts':[{'functionCall':{'name':'f','args':{'error':{'code':3},"
            "'finishReason':'x','index':4}}}]}}]}",
            true, false, false);
        row("cut", "{'candidates':[{'finishReason':'STOP'", false, false, false);
        row("no JSON", "hello", false, false, false);
    }

    void watches()
    {
        QFETCH(QByteArray, event);
        StreamWatch watch(StreamForm::Contents, Dialect::Gemini, false);
        QVERIFY(watch.pass(QByteArray("data: " + event.replace('\'', '"') + "\n\n")));
        QTEST(watch.content(), "content");
        QTEST(watch.ended(), "ended");
        QTEST(watch.failed(), "failed");
    }

    void readsTheLastUsage()
    {
        StreamWatch watch(StreamForm::Contents, Dialect::Gemini, false);
        for (const char *count : {"1", "7"})
            QVERIFY(watch.pass(QByteArray("data: {\"usageMetadata\":{\"promptTokenCount\":2,"
                                          "\"candidatesTokenCount\":")
                                   .append(count)
                                   .append("}}\n\n")));
        QCOMPARE(watch.tokens()->output, 7);
    }
};

QTEST_GUILESS_MAIN(TestContentsWatch)
#include "tst_contents_watch.moc"
