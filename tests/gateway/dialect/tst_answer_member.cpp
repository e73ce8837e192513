// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/answer_member.h"

#include <QTest>

using namespace gatehouse;

//! An answer is taken out of the object around it, whole or in pieces.
class TestAnswerMember : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char *name, const char *text, const char *answer) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(answer);
        };
        row("list", "{\"answer\":[1,{\"a\":\"}]\"}]}", "[1,{\"a\":\"}]\"}]");
        row("white space", " {\n\"answer\" : [ 1 ] }\n", "[ 1 ]");
        row("text", "{\"answer\":\"a\\\"}\\\\\",\"b\":1}", "\"a\\\"}\\\\\"");
        row("number", R"({"answer":12})", "12");
        row("null", R"({"answer":null})", "null");
        row("cut short", "{\"answer\":[1,", "[1,");
        row("object within", R"({"answer":{"answer":[]}})", R"({"answer":[]})");
        for (const char *other : {"[1]", "Sorry.", R"({"answers":[1]})", R"({"other":1,"answer":2)", ""})
            row(other, other, other);
    }

    void takesOut()
    {
        QFETCH(QByteArray, text);
        QTEST(answerIn(text, "answer"), "answer");
        QCOMPARE(answerIn(text, {}), text);
    }

    void takesOutAsItComes_data() { takesOut_data(); }
    void takesOutAsItComes()
    {
        QFETCH(QByteArray, text);
        for (qsizetype cut = 0; cut <= text.size(); ++cut) {
            AnswerMember member("answer");
            QByteArray out = member.feed(text.first(cut)).toByteArray();
            for (const char c : text.sliced(cut))
                out.append(member.feed(QByteArrayView(&c, 1)));
            QTEST(out.trimmed(), "answer");
        }
    }

    void waitsNotForEver()
    {
        AnswerMember member("answer");
        const QByteArray spaces(2000, ' ');
        QCOMPARE(member.feed(spaces), spaces);
        QCOMPARE(member.feed("{"), "{");
    }
};

QTEST_GUILESS_MAIN(TestAnswerMember)
#include "tst_answer_member.moc"
