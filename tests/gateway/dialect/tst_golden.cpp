// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"
#include "golden_text.h"
#include "toy_dialect.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! The runner of recorded exchanges finds what differs, and passes what does not.
class TestGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passes_data() { addGoldenRows(u"toy-openai"_s); }
    void passes()
    {
        QFETCH(QString, file);
        QCOMPARE(goldenProblem(file, toyClient, toyProvider), QString());
    }

    void finds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QByteArray &text, const char *problem) {
            QTest::newRow(name) << text << QString::fromLatin1(problem);
        };
        row("no section", "hello", "holds no section");
        row("unknown section", "-- reply --\n{}", "not known");
        row("twice", "-- usage --\n-- usage --\n", "twice");
        row("nothing compared", "-- client request --\n{\"say\":\"a\"}\n", "nothing is compared");
        row("request", "-- client request --\n{\"say\":\"a\"}\n-- provider request --\n{\"ask\":\"b\"}\n",
            "provider request, line 2");
        row("order of keys",
            "-- provider reply --\n{\"answer\":\"b\"}\n-- client reply --\n"
            "{\"heard\":\"b\",\"model\":\"client-model\",\"stop\":0}",
            "client reply, line 2");
        row("dropped",
            "-- client request --\n{\"say\":\"a\",\"n\":1}\n-- provider request --\n{\"ask\":\"a\"}\n",
            "not expected: n");
        row("refused", "-- client request --\n{\"say\":\"no\"}\n-- provider request --\n{}\n",
            "refused: 400 unsupported_value say");
        row("not refused", "-- client request --\n{\"say\":\"a\"}\n-- refused --\n400 x\n",
            "was not refused");
        row("stream error",
            "-- provider stream --\ndata: {\"error\":{\"message\":\"x\"}}\n-- usage --\nnone\n",
            "stream error: 502");
        row("no stream error",
            "-- provider stream --\ndata: {\"text\":\"x\",\"stop\":0}\n-- stream error --\n502 x\n",
            "taken as whole");
        row("usage", "-- provider stream --\ndata: {\"text\":\"x\",\"stop\":0}\n-- usage --\n1 1 0 0 0\n",
            "usage, line 1");
        row("empty expectation", "-- provider reply --\n{\"answer\":\"b\"}\n-- client reply --\n",
            "client reply, line 1");
    }

    void finds()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, problem);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"case.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const QString found = goldenProblem(path, toyClient, toyProvider);
        QVERIFY2(found.contains(problem), qPrintable(found));
    }

    void fills()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"case.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("why\n-- client request --\n{\"say\":\"a\"}\n-- provider request --\n");
        file.close();
        qputenv("GATEHOUSE_GOLDEN_FILL", "1");
        QCOMPARE(goldenProblem(path, toyClient, toyProvider), QString());
        qunsetenv("GATEHOUSE_GOLDEN_FILL");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("why\n-- client request --\n{\"say\":\"a\"}\n"
                                            "-- provider request --\n{\n  \"ask\": \"a\"\n}\n"));
        QCOMPARE(goldenProblem(path, toyClient, toyProvider), QString());
    }

    void comparesByValue()
    {
        QCOMPARE(goldenJson(R"({"a" : [1, "\u00e9"]})"), goldenJson("{\"a\":[1,\"é\"]}"));
        QVERIFY(goldenJson("{\"a\":1.0}") != goldenJson("{\"a\":1}"));
        QVERIFY(goldenJson("{\"a\":1,\"b\":2}") != goldenJson("{\"b\":2,\"a\":1}"));
    }
};

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
