// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/snippets.h"

#include <QWidget>

class QPlainTextEdit;

namespace gatehouse {

//! Settings to be copied: where they belong, what they are, and a button that copies them.
class SnippetView final : public QWidget
{
    Q_OBJECT

public:
    explicit SnippetView(const Snippet &snippet, QWidget *parent = nullptr);

private:
    void changeEvent(QEvent *event) override;
    //! As tall as its lines, within reason.
    void fit();

    QPlainTextEdit *m_text;
};

} // namespace gatehouse
