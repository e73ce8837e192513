// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/program.h"

#include <QDialog>

namespace gatehouse {

//! Which program this is, under which licence, and what a report of a fault should tell.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(const Places &places, QWidget *parent = nullptr);
};

//! Opens it over \a parent, once.
void openAbout(const Places &places, QWidget *parent);

} // namespace gatehouse
