// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palettes.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/plain_tip.h"
#include "ui/widgets/state_mark.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

//! WCAG 2.1
double luminance(const QColor &color)
{
    const auto part = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

//! The pieces that pages are made of.
class TestSmallWidgets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesWhatIsThereNow();
    void showsTextAsItIs();
    void mutedTextFollowsTheTheme();
    void tipsShowTextAsItIs_data();
    void tipsShowTextAsItIs();
    void saysAndIsPutAway();
    void dropsItsActions();
    void hasNoCornerWithoutATitle();
    void tellsTonesApartWithoutColour();
    void marksAreSeenOnAHighlight();
    void canBeRead_data();
    void canBeRead();
};

void TestSmallWidgets::copiesWhatIsThereNow()
{
    QString text = u"one"_s;
    CopyButton button(u"Copy it"_s, [&] { return text; });
    QCOMPARE(button.accessibleName(), u"Copy it"_s);
    text = u"two"_s;
    button.click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"two"_s);
}

void TestSmallWidgets::showsTextAsItIs()
{
    const PlainLabel label(u"<b>&amp;</b>"_s);
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QCOMPARE(label.text(), u"<b>&amp;</b>"_s);
}

//! Appearance is changed while the window is open.
void TestSmallWidgets::mutedTextFollowsTheTheme()
{
    QApplication::setPalette(lightPalette());
    Card card(u"Title"_s);
    auto *label = new PlainLabel(u"Text"_s, PlainLabel::Muted);
    card.body()->addWidget(label);
    card.show();
    for (const QPalette &palette : {lightPalette(), darkPalette(), lightPalette()}) {
        QApplication::setPalette(palette);
        QTRY_COMPARE(label->palette().color(QPalette::WindowText), mutedText(palette));
        QCOMPARE(label->palette().color(QPalette::Window), palette.color(QPalette::Window));
    }
}

void TestSmallWidgets::tipsShowTextAsItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"gpt-4o"_s;
    QTest::newRow("entity") << u"a &amp; b < c"_s;
    QTest::newRow("markup") << u"<img src=x> <b>bold</b>"_s;
    QTest::newRow("lines and spaces") << u"one\n  two   three"_s;
}

void TestSmallWidgets::tipsShowTextAsItIs()
{
    QFETCH(const QString, text);
    const QString tip = plainTip(text);
    QVERIFY(Qt::mightBeRichText(tip)); // or Qt would show the entities
    QTextDocument shown;
    shown.setHtml(tip);
    QCOMPARE(shown.toPlainText(), text);
    QVERIFY(plainTip({}).isEmpty()); // no tip at all
}

void TestSmallWidgets::saysAndIsPutAway()
{
    Banner banner;
    QVERIFY(banner.isHidden());
    banner.say(Tone::Bad, u"<i>down</i>"_s);
    QVERIFY(!banner.isHidden());
    QCOMPARE(banner.accessibleName(), u"<i>down</i>"_s);
    QSignalSpy closed(&banner, &Banner::closed);
    banner.findChild<QToolButton *>()->click();
    QVERIFY(banner.isHidden());
    QCOMPARE(closed.count(), 1);
    banner.setClosable(false);
    banner.say(Tone::Bad, u"again"_s);
    QVERIFY(banner.findChild<QToolButton *>()->isHidden());
}

void TestSmallWidgets::dropsItsActions()
{
    Banner banner;
    QPushButton *undo = banner.addAction(u"Undo"_s);
    // It is the one that is clicked: it must outlive the click.
    connect(undo, &QPushButton::clicked, &banner, &Banner::clearActions);
    undo->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(banner.findChildren<QPushButton *>().isEmpty());
}

void TestSmallWidgets::hasNoCornerWithoutATitle()
{
    QVERIFY(!Card().corner());
    QVERIFY(Card(u"T"_s).corner());
}

void TestSmallWidgets::tellsTonesApartWithoutColour()
{
    QList<QImage> shapes;
    for (const Tone tone : {Tone::Neutral, Tone::Good, Tone::Warning, Tone::Bad, Tone::Accent})
        shapes.append(stateMark(tone, 24, 1, lightPalette()).toImage().createAlphaMask());
    // The bad one's bar is drawn in the ground's colour; its outline alone is a square, like no other.
    for (qsizetype i = 0; i < shapes.size(); ++i) {
        for (qsizetype j = i + 1; j < shapes.size(); ++j)
            QVERIFY2(shapes[i] != shapes[j], qPrintable(u"%1 and %2"_s.arg(i).arg(j)));
    }
}

void TestSmallWidgets::marksAreSeenOnAHighlight()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        QApplication::setPalette(palette);
        for (const Tone tone : {Tone::Neutral, Tone::Good, Tone::Warning, Tone::Bad, Tone::Accent}) {
            const QImage mark = stateIcon(tone, 12).pixmap({12, 12}, QIcon::Selected).toImage();
            QColor strongest = Qt::transparent;
            for (int x = 0; x < mark.width(); ++x) {
                if (const QColor here = mark.pixelColor(x, mark.height() - 2);
                    here.alpha() > strongest.alpha())
                    strongest = here;
            }
            const QColor ground = palette.color(QPalette::Highlight);
            QVERIFY2(contrast(strongest, ground) >= 3,
                     qPrintable(strongest.name() + u" on "_s + ground.name()));
        }
    }
}

void TestSmallWidgets::canBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

//! WCAG 2.1, 1.4.3: text has a contrast of 4.5 : 1.
void TestSmallWidgets::canBeRead()
{
    QFETCH(bool, dark);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QCOMPARE(isDark(palette), dark);
    for (const QPalette::ColorRole ground : {QPalette::Base, QPalette::Window, QPalette::AlternateBase}) {
        QVERIFY(contrast(mutedText(palette), palette.color(ground)) >= 4.5);
        for (const Tone tone : {Tone::Good, Tone::Warning, Tone::Bad, Tone::Accent})
            QVERIFY2(contrast(toneColor(tone, palette), palette.color(ground)) >= 4.5,
                     qPrintable(u"tone %1 on %2"_s.arg(int(tone)).arg(int(ground))));
    }
    for (const Tone tone : {Tone::Good, Tone::Warning, Tone::Bad, Tone::Accent})
        QVERIFY(contrast(palette.color(QPalette::WindowText), toneGround(tone, palette)) >= 4.5);
}

QTEST_MAIN(TestSmallWidgets)
#include "tst_small_widgets.moc"
