// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requests/explanation.h"

#include <QWidget>

namespace gatehouse {

//! Why a request failed, with a button that helps.
class FailureCard final : public QWidget
{
    Q_OBJECT

public:
    FailureCard(const QString &title, const Explanation &explanation, QWidget *parent = nullptr);

Q_SIGNALS:
    void remedyChosen(const gatehouse::Explanation &explanation);
};

} // namespace gatehouse
