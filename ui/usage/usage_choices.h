// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/usage/measure.h"
#include "ui/usage/usage_range.h"

#include <QWidget>

class QComboBox;
class QDateEdit;

namespace gatehouse {

class FlowLayout;
class Program;

//! What a person wants to see of the usage: range, measure, and by what it is told apart. Remembered between
//! starts.
class UsageChoices final : public QWidget
{
    Q_OBJECT

public:
    explicit UsageChoices(Program &program, QWidget *parent = nullptr);

    UsageRange range() const;
    Measure measure() const;
    //! For a title.
    QString measureText() const;
    UsageKey by() const;
    void setRange(const UsageRange &range);

Q_SIGNALS:
    //! The store has to be asked again.
    void questionChanged();
    //! The same answer is shown otherwise.
    void measureChanged();

private:
    void keepInOrder(const QDateEdit &changed);
    void addField(const QString &label, QWidget *field);
    void showDates();
    void restore();

    Program &m_program;
    FlowLayout *m_layout;
    QComboBox *m_range;
    QDateEdit *m_first;
    QDateEdit *m_last;
    QComboBox *m_measure;
    QComboBox *m_by;
};

} // namespace gatehouse
