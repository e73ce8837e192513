// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QHBoxLayout;

namespace gatehouse {

class Banner;

//! Where the program keeps things, and how much it writes to its log.
class FilesCard final : public QWidget
{
    Q_OBJECT

public:
    explicit FilesCard(const Context &context, QWidget *parent = nullptr);

    void refresh();

private:
    //! Returns the row, for more buttons.
    QHBoxLayout *addPlace(const QString &label, const QString &name, const QString &path);
    void open(const QString &path);

    Context m_context;
    QFormLayout *m_form;
    QComboBox *m_logLevel;
    Banner *m_problem;
};

} // namespace gatehouse
