// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/usage/usage_rows.h"

class QImage;
class QWidget;

namespace gatehouse {

class Banner;

//! Asks for a file and writes \a lines there; says in \a banner what came of it. Both belong to \a page.
void exportCsv(QWidget *page, Banner &banner, const UsageQuestion &question, const QList<UsageLine> &lines);

//! What the chart shows: \a measure, by what, and when.
QString chartTitle(const QString &measure, const UsageQuestion &question);

//! \a widget as it looks, with \a title over it, at twice its size.
QImage pictureOf(QWidget &widget, const QString &title);

} // namespace gatehouse
