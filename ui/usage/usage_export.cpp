// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/usage_export.h"

#include "gateway/base/whole_file.h"
#include "ui/usage/usage_csv.h"
#include "ui/usage/usage_names.h"
#include "ui/widgets/banner.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QImage>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct UsageExportWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::UsagePage)
};

constexpr qreal pictureScale = 2;
constexpr int pictureMargin = 12;

QString fileName(const UsageSpan &span)
{
    const auto day = [](qint64 ms) {
        return QDateTime::fromMSecsSinceEpoch(ms).date().toString(Qt::ISODate);
    };
    const QString first = day(span.fromMs);
    const QString last = day(span.toMs - 1);
    return first == last ? u"gatehouse-usage-%1.csv"_s.arg(first)
                         : u"gatehouse-usage-%1-%2.csv"_s.arg(first, last);
}

} // namespace

void exportCsv(QWidget *page, Banner &banner, const UsageQuestion &question, const QList<UsageLine> &lines)
{
    auto *dialog = new QFileDialog(page, UsageExportWords::tr("Export usage"), QDir::homePath(),
                                   UsageExportWords::tr("Comma-separated values (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(fileName(question.span));
    const QByteArray csv = usageCsv(question.by, lines);
    QObject::connect(dialog, &QFileDialog::fileSelected, page, [&banner, csv](const QString &path) {
        const QString problem = writeWholeFile(path, csv, FileReaders::AsBefore);
        banner.clearActions();
        if (problem.isEmpty())
            banner.say(Tone::Good, UsageExportWords::tr("Saved as %1.").arg(QDir::toNativeSeparators(path)));
        else
            banner.say(Tone::Bad, UsageExportWords::tr("%1 cannot be written: %2")
                                      .arg(QDir::toNativeSeparators(path), problem));
    });
    dialog->open();
}

QString chartTitle(const QString &measure, const UsageQuestion &question)
{
    const QLocale locale;
    const auto day = [&](qint64 ms) {
        return locale.toString(QDateTime::fromMSecsSinceEpoch(ms).date(), QLocale::LongFormat);
    };
    const QString first = day(question.span.fromMs);
    const QString last = day(question.span.toMs - 1);
    const QString time = first == last ? first : QString(first + u" – " + last);
    if (question.by == UsageKey::None)
        return UsageExportWords::tr("%1, %2", "measure, time").arg(measure, time);
    return UsageExportWords::tr("%1 by %2, %3", "measure, key, time")
        .arg(measure, usageKeyText(question.by), time);
}

QImage pictureOf(QWidget &widget, const QString &title)
{
    QFont font = widget.font();
    font.setBold(true);
    const int head = QFontMetrics(font).height() + pictureMargin;
    const QSize size(widget.width() + 2 * pictureMargin, widget.height() + head + 2 * pictureMargin);
    QImage image(size * pictureScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(pictureScale);
    image.fill(widget.palette().color(QPalette::Base));
    QPainter painter(&image);
    painter.setFont(font);
    painter.setPen(widget.palette().color(QPalette::Text));
    painter.drawText(QRect(pictureMargin, pictureMargin, widget.width(), head), Qt::AlignLeft | Qt::AlignTop,
                     QFontMetrics(font).elidedText(title, Qt::ElideRight, widget.width()));
    widget.render(&painter, {pictureMargin, pictureMargin + head}, {}, QWidget::DrawChildren);
    return image;
}

} // namespace gatehouse
