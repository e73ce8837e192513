// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/requests/sample_records.h"
#include "ui/requests/figures.h"
#include "ui/requests/text_difference.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QStringList cut(const QString &text, const QList<TextPiece> &pieces)
{
    QStringList parts;
    for (const TextPiece &piece : pieces)
        parts.append(text.mid(piece.begin, piece.length));
    return parts;
}

QString without(QString text, const QList<TextPiece> &pieces)
{
    for (auto piece = pieces.crbegin(); piece != pieces.crend(); ++piece)
        text.remove(piece->begin, piece->length);
    return text;
}

} // namespace

//! What two answers do not have in common.
class TestTextDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWords_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QStringList>("removed");
        QTest::addColumn<QStringList>("added");
        QTest::newRow("same") << u"a b"_s << u"a b"_s << QStringList() << QStringList();
        QTest::newRow("a word") << u"the sky is blue."_s << u"the sky is grey."_s << QStringList{u"blue"_s}
                                << QStringList{u"grey"_s};
        QTest::newRow("added") << u"one three"_s << u"one two three"_s << QStringList()
                               << QStringList{u"two "_s};
        QTest::newRow("all") << u""_s << u"new text"_s << QStringList() << QStringList{u"new text"_s};
        QTest::newRow("gone") << u"old"_s << u""_s << QStringList{u"old"_s} << QStringList();
        QTest::newRow("two places") << u"a x b y c"_s << u"a 1 b 2 c"_s << QStringList{u"x"_s, u"y"_s}
                                    << QStringList{u"1"_s, u"2"_s};
        QTest::newRow("without spaces")
            << u"天空是蓝色"_s << u"天空是灰色"_s << QStringList{u"蓝"_s} << QStringList{u"灰"_s};
    }

    void findsWords()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        const TextDifference difference = differenceOf(first, second);
        QTEST(cut(first, difference.first), "removed");
        QTEST(cut(second, difference.second), "added");
    }

    void leavesWhatIsCommon()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            QString texts[2];
            for (QString &text : texts) {
                for (int i = random.bounded(40); i > 0; --i)
                    text += u"ab c"_s[random.bounded(4)];
            }
            const TextDifference difference = differenceOf(texts[0], texts[1]);
            QCOMPARE(without(texts[0], difference.first), without(texts[1], difference.second));
        }
    }

    void standsLongTexts()
    {
        QString first;
        QString second;
        for (int i = 0; i < 15'000; ++i) {
            first += u"w%1 "_s.arg(i);
            second += u"v%1 "_s.arg(i);
        }
        QElapsedTimer time;
        time.start();
        const TextDifference difference =
            differenceOf(QString(u"same "_s + first), QString(u"same "_s + second));
        QVERIFY2(time.elapsed() < 3000, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(difference.first.size(), 1); // too unlike: all but the beginning and the last space
        QCOMPARE(difference.first[0].begin, 5);
    }

    void comparesFigures()
    {
        UsageRecord first = goodRecord(1);
        UsageRecord second = goodRecord(2);
        second.totalMs = 1202;
        second.costUsd = 0.0246;
        second.tokens->output = 321;
        second.firstByteMs = -1;
        const QList<Figure> figures = comparedFigures(&first, &second);
        const auto change = [&](const char *name) {
            for (const Figure &figure : figures) {
                if (figure.name == QLatin1StringView(name))
                    return figure.change;
            }
            return u"missing"_s;
        };
        QCOMPARE(change("Status"), u"same"_s);
        QCOMPARE(change("Output tokens"), u"same"_s);
        QCOMPARE(change("Total time"), u"↓ 50 %"_s);
        QCOMPARE(change("Cost"), u"↑ 100 %"_s);
        QCOMPARE(change("First byte"), QString());
        second.costUsd.reset();
        QCOMPARE(comparedFigures(&first, &second)[3].second, u"–"_s);
        for (const Figure &figure : comparedFigures(&first, nullptr))
            QVERIFY(figure.change.isEmpty());
    }
};

QTEST_MAIN(TestTextDifference)
#include "tst_text_difference.moc"
