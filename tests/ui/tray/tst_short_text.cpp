// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/short_text.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestShortText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortens_data();
    void shortens();
    void noticeHasNoMarkup_data();
    void noticeHasNoMarkup();
    void menuShowsAmpersands();
};

void TestShortText::shortens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("short") << u"OpenAI"_s << u"OpenAI"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("just fits") << u"1234567890"_s << u"1234567890"_s;
    QTest::newRow("too long") << u"12345678901"_s << u"123456789…"_s;
    QTest::newRow("lines") << u"a\nb\t c\r\n"_s << u"a b c"_s;
    QTest::newRow("control") << u"a\u0007b\u001b[1m"_s << u"ab[1m"_s;
    QTest::newRow("direction") << u"a\u202Eb\u2066c"_s << u"abc"_s;
    QTest::newRow("pair is not cut") << u"12345678😀tail"_s << u"12345678…"_s;
    QTest::newRow("huge") << QString(1'000'000, u'x') << u"xxxxxxxxx…"_s;
}

void TestShortText::shortens()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(shortText(text, 10), expected);
}

void TestShortText::noticeHasNoMarkup_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("link") << u"<a href='http://evil.example'>click</a>"_s;
    QTest::newRow("image") << u"<img src=\"file:///etc/passwd\">"_s;
    QTest::newRow("entity") << u"&lt;b&gt; &amp;"_s;
    QTest::newRow("cut within") << u"<b>"_s + QString(500, u'<');
}

void TestShortText::noticeHasNoMarkup()
{
    QFETCH(QString, text);
    const QString shown = noticeText(text);
    QVERIFY(!shown.isEmpty());
    for (const QChar c : {u'<', u'>', u'&'})
        QVERIFY2(!shown.contains(c), qPrintable(shown));
}

void TestShortText::menuShowsAmpersands()
{
    QCOMPARE(menuText(u"AT&T & Co"_s), u"AT&&T && Co"_s);
}

QTEST_GUILESS_MAIN(TestShortText)
#include "tst_short_text.moc"
