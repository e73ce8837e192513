// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"
#include "tests/end_to_end/usage_rows.h"

#include <QRegularExpression>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

// As they stand in JSON.
const QByteArrayList sqlWords = {R"(x'); DROP TABLE requests;--)",
                                 R"(' OR '1'='1)",
                                 R"(\" UNION SELECT sql FROM sqlite_master --)",
                                 R"(%' ESCAPE '\\)",
                                 R"(x\u0000'; DELETE FROM hours; --)",
                                 R"(?1 :a @b $c)"};
const QByteArrayList screenWords = {
    R"(\u001b[2Jcleared)", R"(one\nFAKE two)",   R"(one\r\n2026-01-01T00:00:00.000Z error FAKE)",
    R"(\u009b31mred)",     R"(a\u0000b\u007fc)", R"(\u202eesrever)"};

} // namespace

//! Words of others that are statements, or steer a terminal, wherever one may put them.
class TestHostileWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsTakeThemForText();
    void logKeepsOneLineEach();

private:
    //! Sends \a word as a model, in a path, a query and in fields; returns how many requests that were.
    static int askWith(const QByteArray &word, quint16 port)
    {
        const QByteArray text = jsonOf(R"({"w":")" + word + R"("})")["w"_L1].toString().toUtf8();
        QByteArray field = text;
        field.removeIf([](char c) { return uchar(c) < 0x20 || c == 0x7f; });
        const QByteArray target = field.toPercentEncoding("'\"();,:@$?=*", "\"");
        const QByteArrayList requests = {
            chatRequest(word),
            chatRequest("openai/" + word),
            chatRequest("gpt-4o", {},
                        {"User-Agent: " + field, "X-Client-Name: " + field, "x-api-key: " + field}),
            httpRequest("GET", "/providers/openai/" + target + "?q=" + target),
            jsonRequest("/v1beta/models/" + field.toPercentEncoding() + ":generateContent",
                        R"({"contents":[]})"),
        };
        for (const QByteArray &request : requests) {
            if (exchange(port, request).status == 0)
                return -1;
        }
        return int(requests.size());
    }
};

void TestHostileWords::recordsTakeThemForText()
{
    Rig rig;
    rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(chatCompletion()); });
    int sent = 0;
    for (const QByteArray &word : sqlWords + screenWords) {
        const int more = askWith(word, rig.gateway.port());
        QVERIFY2(more > 0, word.constData());
        sent += more;
    }
    QTRY_COMPARE(rig.gateway.records().size(), sent);
    QCOMPARE(rig.gateway.stop(), 0);

    const UsageRows rows(rig.gateway.folder() + u"/data/usage.sqlite"_s);
    QCOMPARE(rows.value(u"SELECT count(*) FROM requests"_s).toInt(), sent);
    QCOMPARE(rows.value(u"SELECT sum(requests) FROM hours"_s).toInt(), sent);
    QCOMPARE(rows.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    QCOMPARE(
        rows.value(u"SELECT count(*) FROM requests WHERE model = 'x''); DROP TABLE requests;--'"_s).toInt(),
        2); // in a body and in a path
    QCOMPARE(rows.value(u"SELECT count(*) FROM requests WHERE model = ''' OR ''1''=''1'"_s).toInt(), 2);
}

void TestHostileWords::logKeepsOneLineEach()
{
    Rig rig({}, {}, {u"--log-format"_s, u"text"_s, u"--log-level"_s, u"debug"_s});
    QVERIFY2(rig.gateway.isListening(), rig.gateway.log().constData());
    rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(chatCompletion()); });
    for (const QByteArray &word : screenWords)
        QVERIFY2(askWith(word, rig.gateway.port()) > 0, word.constData());
    QCOMPARE(rig.gateway.stop(), 0);

    static const QRegularExpression form(
        u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (error|warn |info |debug) gatehouse[.a-z]*: "_s);
    const QByteArray log = rig.gateway.log();
    QVERIFY(log.contains("FAKE")); // the words did get there
    for (const QByteArray &line : log.split('\n')) {
        QVERIFY2(line.isEmpty() || form.match(QString::fromUtf8(line)).hasMatch(), line.constData());
        for (const char c : line)
            QVERIFY2(uchar(c) >= 0x20 && c != 0x7f, line.constData());
        QVERIFY2(!line.contains("\xc2\x9b") && line.size() < 4096, line.constData());
    }
}

QTEST_GUILESS_MAIN(TestHostileWords)
#include "tst_hostile_words.moc"
