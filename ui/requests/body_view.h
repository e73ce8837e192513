// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace gatehouse {

class PlainLabel;

//! A recorded body as plain text, to be read and copied.
class BodyView final : public QWidget
{
    Q_OBJECT

public:
    //! \a name says what it is, such as "Request".
    explicit BodyView(const QString &name, QWidget *parent = nullptr);

    //! \a cut: it was too large to be kept whole.
    void setBody(const QByteArray &body, bool cut);

private:
    QByteArray m_body;
    PlainLabel *m_note;
    QPlainTextEdit *m_text;
};

} // namespace gatehouse
