// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/palettes.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! How much of it is covered, from 0 to 1.
double coverage(const QImage &image)
{
    qint64 sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += qAlpha(image.pixel(x, y));
    }
    return double(sum) / 255 / image.width() / image.height();
}

//! The colour of the pixel that is covered most.
QColor inkOf(const QImage &image)
{
    QColor ink(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor color = image.pixelColor(x, y); color.alpha() > ink.alpha())
                ink = color;
        }
    }
    return ink;
}

} // namespace

class TestIcons final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDrawingDraws_data();
    void everyDrawingDraws();
    void followsThePalette();
    void isAsLargeAsAsked_data();
    void isAsLargeAsAsked();
    void unknownNamesGiveNone();
    void pixmapsAreThereAtEverySize();
};

void TestIcons::everyDrawingDraws_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() >= 35);
    for (const QString &file : files)
        QTest::newRow(qUtf8Printable(file)) << file.chopped(4);
}

void TestIcons::everyDrawingDraws()
{
    QFETCH(QString, name);
    const double share = coverage(tintedIcon(name).pixmap(QSize(48, 48), 1.0).toImage());
    QVERIFY2(share > 0.04 && share < 0.95, qPrintable(QString::number(share)));
}

void TestIcons::followsThePalette()
{
    const QIcon icon = tintedIcon(u"close"_s);
    QApplication::setPalette(lightPalette());
    QCOMPARE(inkOf(icon.pixmap(32).toImage()), lightPalette().color(QPalette::ButtonText));
    QApplication::setPalette(darkPalette());
    QCOMPARE(inkOf(icon.pixmap(32).toImage()), darkPalette().color(QPalette::ButtonText));
    QCOMPARE(inkOf(icon.pixmap(QSize(32, 32), 1.0, QIcon::Disabled).toImage()),
             darkPalette().color(QPalette::Disabled, QPalette::ButtonText));
    QCOMPARE(inkOf(icon.pixmap(QSize(32, 32), 1.0, QIcon::Selected).toImage()),
             darkPalette().color(QPalette::HighlightedText));
    QApplication::setPalette(lightPalette());
}

void TestIcons::isAsLargeAsAsked_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<qreal>("ratio");
    QTest::newRow("usual") << QSize(16, 16) << 1.0;
    QTest::newRow("twice") << QSize(16, 16) << 2.0;
    QTest::newRow("half more") << QSize(24, 24) << 1.5;
    QTest::newRow("not square") << QSize(48, 16) << 1.0;
}

void TestIcons::isAsLargeAsAsked()
{
    QFETCH(QSize, size);
    QFETCH(qreal, ratio);
    const QPixmap pixmap = tintedIcon(u"stop"_s).pixmap(size, ratio);
    QCOMPARE(pixmap.size(), (QSizeF(size) * ratio).toSize());
    QCOMPARE(pixmap.devicePixelRatio(), ratio);
    // It is not stretched: what is drawn is a square, with as much room left and right of it.
    const QImage image = pixmap.toImage();
    const int side = (image.width() - image.height()) / 2;
    QCOMPARE(coverage(image.copy(0, 0, std::max(side, 1), image.height())), 0.0);
}

void TestIcons::unknownNamesGiveNone()
{
    QVERIFY(tintedIcon(u"no-such-drawing"_s).isNull());
    QVERIFY(pixmapIcon(u"../providers"_s).isNull());
}

void TestIcons::pixmapsAreThereAtEverySize()
{
    const QList<QSize> sizes = pixmapIcon(u"gatehouse"_s).availableSizes();
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256})
        QVERIFY2(sizes.contains(QSize(size, size)), qPrintable(QString::number(size)));
    const QImage small = pixmapIcon(u"tray-running"_s, Qt::red).pixmap(22).toImage();
    QCOMPARE(inkOf(small), QColor(Qt::red));
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
