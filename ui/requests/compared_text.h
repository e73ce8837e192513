// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace gatehouse {

class PlainLabel;

//! Two texts side by side, with what they do not have in common marked.
class ComparedText final : public QWidget
{
    Q_OBJECT

public:
    explicit ComparedText(QWidget *parent = nullptr);

    void setFirst(const QString &title, const QString &text);
    //! \a text is not there yet where \a there is false.
    void setSecond(const QString &title, const QString &text, bool there);
    bool differs() const;
    bool isEmpty() const;

private:
    void changeEvent(QEvent *event) override;
    void markDifferences();

    PlainLabel *m_firstTitle;
    PlainLabel *m_secondTitle;
    QPlainTextEdit *m_first;
    QPlainTextEdit *m_second;
    bool m_there = false;
};

} // namespace gatehouse
