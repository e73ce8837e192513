// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/routes/callable_names.h"

#include <QWidget>

class QComboBox;

namespace gatehouse {

class PlainLabel;

//! Which model answers when a name is asked for that nobody serves.
class DefaultModelRow final : public QWidget
{
    Q_OBJECT

public:
    explicit DefaultModelRow(QWidget *parent = nullptr);

    //! \a names are offered.
    void setConfig(const Config &config, const QList<CallableName> &names);

Q_SIGNALS:
    //! Empty: such requests are to be refused.
    void chosen(const QString &model);

private:
    void choose();

    QComboBox *m_model;
    PlainLabel *m_problem;
    QString m_present;
};

} // namespace gatehouse
