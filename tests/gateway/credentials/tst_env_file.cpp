// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/credentials/env_file.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! A `.env` file is read as people write it, and never spoken of aloud.
class TestEnvFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("value");

        QTest::newRow("plain") << QByteArray("A=value") << QByteArray("value");
        QTest::newRow("blanks around") << QByteArray("  A =  value \t") << QByteArray("value");
        QTest::newRow("equals in it") << QByteArray("A=b=c==") << QByteArray("b=c==");
        QTest::newRow("hash in it") << QByteArray("A=b#c") << QByteArray("b#c");
        QTest::newRow("comment") << QByteArray("A=b # c") << QByteArray("b");
        QTest::newRow("only a comment") << QByteArray("A=#c") << QByteArray("");
        QTest::newRow("empty") << QByteArray("A=") << QByteArray("");
        QTest::newRow("export") << QByteArray("export A=b") << QByteArray("b");
        QTest::newRow("export with tab") << QByteArray("export\tA=b") << QByteArray("b");
        QTest::newRow("CRLF") << QByteArray("X=1\r\nA=b\r\nY=2\r\n") << QByteArray("b");
        QTest::newRow("BOM") << QByteArray("\xef\xbb\xbf"
                                           "A=b")
                             << QByteArray("b");
        QTest::newRow("no newline at the end") << QByteArray("X=1\nA=b") << QByteArray("b");
        QTest::newRow("double quotes") << QByteArray("A=\" b # c \" # d") << QByteArray(" b # c ");
        QTest::newRow("escapes") << QByteArray("A=\"a\\n\\r\\t\\\"\\\\\\$\\x\"")
                                 << QByteArray("a\n\r\t\"\\$\\x");
        QTest::newRow("single quotes") << QByteArray("A=' b # c '") << QByteArray(" b # c ");
        QTest::newRow("single escapes") << QByteArray("A='a\\n\\'\\\\'") << QByteArray("a\\n'\\");
        QTest::newRow("quote within") << QByteArray("A=b\"c\"") << QByteArray("b\"c\"");
        QTest::newRow("nothing expanded")
            << QByteArray("A=$HOME ${HOME} `id`") << QByteArray("$HOME ${HOME} `id`");
        QTest::newRow("the last counts") << QByteArray("A=b\nA=c") << QByteArray("c");
        QTest::newRow("UTF-8") << QByteArray("A=schön") << QByteArray("schön");
        QTest::newRow("comment lines") << QByteArray("# A=x\n\n  # A=y\nA=b\n") << QByteArray("b");
        QTest::newRow("called export") << QByteArray("export=1\nA=b") << QByteArray("b");
    }
    void lines()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, value);
        Environment environment;
        QCOMPARE(environment.readFile(text), QList<BadLine>());
        QCOMPARE(environment.value(u"A"_s), value);
    }

    void badLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no equals") << QByteArray("SECRET");
        QTest::newRow("no name") << QByteArray("=SECRET");
        QTest::newRow("digit first") << QByteArray("1A=SECRET");
        QTest::newRow("dash") << QByteArray("A-B=SECRET");
        QTest::newRow("blank in the name") << QByteArray("A B=SECRET");
        QTest::newRow("export alone") << QByteArray("export SECRET");
        QTest::newRow("non-ASCII name") << QByteArray("\xc3\x84=SECRET");
        QTest::newRow("open double quote") << QByteArray("A=\"SECRET");
        QTest::newRow("open single quote") << QByteArray("A='SECRET");
        QTest::newRow("escaped closing quote") << QByteArray("A=\"SECRET\\\"");
        QTest::newRow("ends in a backslash") << QByteArray("A=\"SECRET\\");
        QTest::newRow("lone quote") << QByteArray("A=\"");
        QTest::newRow("after the quote") << QByteArray("A=\"b\"SECRET");
        QTest::newRow("zero byte") << QByteArray("A=SECR\0ET", 9);
    }
    void badLines()
    {
        QFETCH(QByteArray, line);
        Environment environment;
        const QList<BadLine> bad = environment.readFile(QByteArray("B=1\n" + line + "\nC=3\n"));
        QCOMPARE(bad.size(), 1);
        QCOMPARE(bad[0].number, 2);
        QVERIFY(!bad[0].message.isEmpty());
        QVERIFY(!bad[0].message.contains("SECR"_L1));
        QVERIFY(environment.value(u"A"_s).isEmpty());
        QCOMPARE(environment.value(u"B"_s), "1");
        QCOMPARE(environment.value(u"C"_s), "3");
    }

    void tooLarge()
    {
        Environment environment;
        QByteArray text = "A=1\n#" + QByteArray(1024 * 1024 - 5, 'x');
        QCOMPARE(environment.readFile(text), QList<BadLine>());
        QCOMPARE(environment.value(u"A"_s), "1");
        const QList<BadLine> bad = environment.readFile(text.append('x'));
        QCOMPARE(bad.size(), 1);
        QCOMPARE(bad[0].number, 0);
        QVERIFY(environment.value(u"A"_s).isEmpty());
    }

    void processComesFirst()
    {
        qputenv("GATEHOUSE_TEST_SET", "process");
        qputenv("GATEHOUSE_TEST_EMPTY", "");
        const QByteArray file =
            "GATEHOUSE_TEST_SET=file\nGATEHOUSE_TEST_EMPTY=file\nGATEHOUSE_TEST_FILE=file\n";
        Environment environment = Environment::fromProcess();
        QVERIFY(environment.readFile(file).isEmpty());
        QCOMPARE(environment.value(u"GATEHOUSE_TEST_SET"_s), "process");
        QCOMPARE(environment.value(u"GATEHOUSE_TEST_EMPTY"_s), "file");
        QCOMPARE(environment.value(u"GATEHOUSE_TEST_FILE"_s), "file");
        QCOMPARE(environment.value(u"GATEHOUSE_TEST_NONE"_s), "");

        Environment alone;
        QVERIFY(alone.readFile(file).isEmpty());
        QCOMPARE(alone.value(u"GATEHOUSE_TEST_SET"_s), "file");
        QCOMPARE(Environment().value(u"PATH"_s), "");
    }

    void aNewFileReplacesTheOld()
    {
        Environment environment;
        QVERIFY(environment.readFile("A=1\nB=2").isEmpty());
        const Environment before = environment;
        QVERIFY(environment.readFile("A=3").isEmpty());
        QCOMPARE(environment.value(u"A"_s), "3");
        QCOMPARE(environment.value(u"B"_s), "");
        QCOMPARE(before.value(u"A"_s), "1");
        QVERIFY(before != environment);
    }

    void namesThatNobodyCanSet()
    {
        Environment environment = Environment::fromProcess();
        for (const QString &name : {QString(), u"A=B"_s, u"A B"_s, u"Ä"_s, QString(1, QChar(0))})
            QCOMPARE(environment.value(name), "");
    }

    void hostileBytes()
    {
        const QByteArray text = "export A=\"b\\n\" # c\r\nB='d\\'e'\n\xef\xbb\xbf=\nC=f # g\n\xff\xfe"
                                "D\0=h\n";
        for (qsizetype length = 0; length <= text.size(); ++length)
            Q_UNUSED(Environment().readFile(text.first(length)));
        for (qsizetype at = 0; at < text.size(); ++at) {
            for (char byte : {'\0', '"', '\'', '\\', '\n', '=', '#', '\xff'}) {
                QByteArray mutated = text;
                mutated[at] = byte;
                Environment environment;
                for (const BadLine &bad : environment.readFile(mutated))
                    QVERIFY(bad.number >= 1 && bad.number <= 6);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestEnvFile)
#include "tst_env_file.moc"
