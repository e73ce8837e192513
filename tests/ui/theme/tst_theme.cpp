// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colors.h"
#include "ui/theme/palettes.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>

#include <cmath>

using namespace gatehouse;

Q_DECLARE_METATYPE(gatehouse::Tone)

namespace {

//! Set by the test.
class FixedScheme final : public ColorScheme
{
public:
    bool dark() const override { return m_dark; }
    void set(bool dark)
    {
        m_dark = dark;
        Q_EMIT changed();
    }

private:
    bool m_dark = false;
};

double linear(float channel)
{
    return channel <= 0.04045F ? double(channel) / 12.92 : std::pow((double(channel) + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

//! WCAG 2.1, from 1 to 21.
double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

class TestTheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheSystem();
    void keepsWhatWasChosen();
    void canBeRead_data();
    void canBeRead();
    void highlightCanBeRead_data();
    void highlightCanBeRead();
};

void TestTheme::followsTheSystem()
{
    auto owned = std::make_unique<FixedScheme>();
    FixedScheme &scheme = *owned;
    const Theme theme(std::move(owned));
    QVERIFY(!isDark(QApplication::palette()));
    scheme.set(true);
    QVERIFY(isDark(QApplication::palette()));
    scheme.set(false);
    QVERIFY(!isDark(QApplication::palette()));
}

void TestTheme::keepsWhatWasChosen()
{
    auto owned = std::make_unique<FixedScheme>();
    FixedScheme &scheme = *owned;
    Theme theme(std::move(owned));
    theme.set(Appearance::Dark);
    QVERIFY(isDark(QApplication::palette()));
    theme.set(Appearance::Light);
    scheme.set(true);
    QVERIFY(!isDark(QApplication::palette()));
    theme.set(Appearance::System);
    QVERIFY(isDark(QApplication::palette()));
}

void TestTheme::canBeRead_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<Tone>("tone");
    for (const Tone tone : {Tone::Neutral, Tone::Good, Tone::Warning, Tone::Bad, Tone::Accent}) {
        QTest::addRow("light %d", int(tone)) << lightPalette() << tone;
        QTest::addRow("dark %d", int(tone)) << darkPalette() << tone;
    }
}

void TestTheme::canBeRead()
{
    QFETCH(QPalette, palette);
    QFETCH(Tone, tone);
    const QColor color = toneColor(tone, palette);
    for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base})
        QVERIFY(contrast(color, palette.color(ground)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::WindowText), toneGround(tone, palette)) >= 4.5);
    QVERIFY(contrast(mutedText(palette), palette.color(QPalette::Base)) >= 4.5);
}

void TestTheme::highlightCanBeRead_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

void TestTheme::highlightCanBeRead()
{
    QFETCH(QPalette, palette);
    const auto between = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
        return contrast(palette.color(text), palette.color(ground));
    };
    QVERIFY(between(QPalette::HighlightedText, QPalette::Highlight) >= 4.5);
    QVERIFY(between(QPalette::Text, QPalette::Base) >= 4.5);
    QVERIFY(between(QPalette::Text, QPalette::AlternateBase) >= 4.5);
    QVERIFY(between(QPalette::ButtonText, QPalette::Button) >= 4.5);
    QVERIFY(between(QPalette::ToolTipText, QPalette::ToolTipBase) >= 4.5);
    QVERIFY(between(QPalette::Link, QPalette::Base) >= 4.5);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
