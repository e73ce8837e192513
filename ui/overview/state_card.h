// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace gatehouse {

class PlainLabel;
class StateMark;

//! Whether the gateway runs, with what starts and stops it, and how it is reached.
class StateCard final : public QWidget
{
    Q_OBJECT

public:
    explicit StateCard(const Context &context, QWidget *parent = nullptr);

    void refresh();

private:
    void startOrStop();
    //! A line to be read and copied.
    QLineEdit *addLine(const QString &label, const QString &name, const QString &copyName);

    Context m_context;
    StateMark *m_mark;
    PlainLabel *m_name;
    PlainLabel *m_text;
    PlainLabel *m_inFlight;
    QPushButton *m_button;
    QWidget *m_lines; //!< how it is reached; shown only while it is
    QFormLayout *m_form = nullptr;
    QLineEdit *m_baseUrl;
    QLineEdit *m_openAiUrl;
    QLineEdit *m_curl;
};

} // namespace gatehouse
