// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colors.h"
#include "ui/theme/palettes.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace gatehouse;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// Machado, Oliveira, Fernandes 2009, severity 1.0.
constexpr Matrix everyone{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix protan{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deutan{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritan{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

double linear(float channel)
{
    return channel <= 0.04045F ? double(channel) / 12.92 : std::pow((double(channel) + 0.055) / 1.055, 2.4);
}

Triple linearOf(const QColor &color)
{
    return {linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
}

double luminance(const QColor &color)
{
    const Triple c = linearOf(color);
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}

//! WCAG 2.1.
double contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

//! CIE L*a*b*, as an eye sees it that sees as \a eye says.
Triple seen(const QColor &color, const Matrix &eye)
{
    const Triple in = linearOf(color);
    Triple c{};
    for (size_t i = 0; i < 3; ++i)
        c[i] = std::clamp(eye[i][0] * in[0] + eye[i][1] * in[1] + eye[i][2] * in[2], 0.0, 1.0);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.95047);
    const double y = f(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
    const double z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Triple &a, const Triple &b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

} // namespace

//! The colours of charts.
class TestSeriesColors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areToldApart_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<Matrix>("eye");
        for (const bool dark : {false, true}) {
            const char *ground = dark ? "dark, " : "light, ";
            QTest::addRow("%s%s", ground, "everyone") << dark << everyone;
            QTest::addRow("%s%s", ground, "protan") << dark << protan;
            QTest::addRow("%s%s", ground, "deutan") << dark << deutan;
            QTest::addRow("%s%s", ground, "tritan") << dark << tritan;
        }
    }

    void areToldApart()
    {
        QFETCH(bool, dark);
        QFETCH(Matrix, eye);
        const QPalette palette = dark ? darkPalette() : lightPalette();
        for (int i = otherSeries; i < 8; ++i) {
            const QColor colour = seriesColor(i, palette);
            QVERIFY2(contrast(colour, palette.color(QPalette::Base)) >= 3, qPrintable(colour.name()));
            for (int j = otherSeries; j < i; ++j) {
                const QColor other = seriesColor(j, palette);
                const QString pair = colour.name() + u' ' + other.name();
                QVERIFY2(distance(seen(colour, eye), seen(other, eye)) > 15, qPrintable(pair));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSeriesColors)
#include "tst_series_colors.moc"
