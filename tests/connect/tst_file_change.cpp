// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/file_change.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! The difference that a person is shown.
class TestFileChange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differs_data();
    void differs();
};

void TestFileChange::differs_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing") << QByteArray("a\nb\n") << QByteArray("a\nb\n") << QString();
    QTest::newRow("new") << QByteArray() << QByteArray("a\nb") << u"+a+b"_s;
    QTest::newRow("gone") << QByteArray("a\n") << QByteArray() << u"-a"_s;
    QTest::newRow("changed") << QByteArray("a\nb\nc\nd\ne\n") << QByteArray("a\nb\nx\nd\ne\n")
                             << u"… b-c+x d…"_s;
    QTest::newRow("two places") << QByteArray("1\na\n2\n3\n4\nb\n") << QByteArray("1\n2\n3\n4\nb\nc\n")
                                << u" 1-a 2… b+c"_s;
    QTest::newRow("line end") << QByteArray("a\r\n") << QByteArray("a\n") << u"-a+a"_s;
    QTest::newRow("many") << QByteArray("x\n").repeated(3000) << QByteArray("y\n").repeated(3000)
                          << QString(u"-x"_s.repeated(3000) + u"+y"_s.repeated(3000));
}

void TestFileChange::differs()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, shown);
    QString text;
    for (const DifferenceLine &line : differenceOf({u"f"_s, before, after}, 1))
        text += QStringList{u" "_s, u"-"_s, u"+"_s, u"…"_s}[line.kind] + line.text;
    QCOMPARE(text, shown);
}

QTEST_GUILESS_MAIN(TestFileChange)
#include "tst_file_change.moc"
