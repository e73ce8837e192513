// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Empty if there is no such drawing.
QByteArray drawing(const QString &name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! \a size is in device pixels.
QPixmap drawn(QByteArray svg, const QSize &size, const QColor &ink)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg.replace("currentColor", ink.name().toUtf8()));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

//! Draws an SVG in the palette's colours at the moment of painting.
class TintedEngine final : public QIconEngine
{
public:
    explicit TintedEngine(QByteArray svg)
        : m_svg(std::move(svg))
    {
    }

    QIconEngine *clone() const override { return new TintedEngine(m_svg); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
        painter->drawPixmap(rect, tinted((QSizeF(rect.size()) * ratio).toSize(), mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return tinted(size, mode); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0) // until then the size came in device pixels
        return tinted((QSizeF(size) * scale).toSize(), mode);
#else
        Q_UNUSED(scale)
        return tinted(size, mode);
#endif
    }

private:
    QPixmap tinted(const QSize &size, QIcon::Mode mode)
    {
        const QColor ink = inkFor(mode);
        if (m_drawn.size() >= mostKept)
            m_drawn.clear();
        QPixmap &kept = m_drawn[{ink.rgba(), {size.width(), size.height()}}];
        if (kept.isNull() && !size.isEmpty())
            kept = drawn(m_svg, size, ink);
        return kept;
    }

    static QColor inkFor(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        return palette.color(group, QPalette::ButtonText);
    }

    static constexpr int mostKept = 32;

    QByteArray m_svg;
    QHash<std::pair<QRgb, std::pair<int, int>>, QPixmap> m_drawn; //!< by colour and size
};

} // namespace

QIcon tintedIcon(const QString &name)
{
    const QByteArray svg = drawing(name);
    return svg.isEmpty() ? QIcon() : QIcon(new TintedEngine(svg));
}

QIcon pixmapIcon(const QString &name, const QColor &ink)
{
    const QByteArray svg = drawing(name);
    QIcon icon;
    if (svg.isEmpty())
        return icon;
    for (const int size : {16, 20, 22, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(drawn(svg, {size, size}, ink));
    return icon;
}

} // namespace gatehouse
