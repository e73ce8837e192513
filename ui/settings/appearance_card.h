// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

class QComboBox;

namespace gatehouse {

//! Light or dark, and the language.
class AppearanceCard final : public QWidget
{
    Q_OBJECT

public:
    //! Catalogues of translations are looked for in \a catalogues.
    AppearanceCard(const Context &context, const QString &catalogues, QWidget *parent = nullptr);

    void refresh();

private:
    Context m_context;
    QComboBox *m_appearance;
    QComboBox *m_language;
};

} // namespace gatehouse
