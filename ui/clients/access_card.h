// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;

namespace gatehouse {

class PlainLabel;

//! Whether a client key is needed, and what that means. Keys are asked for as soon as there is one client:
//! there is no other switch, so this shows what is and only asks for a change.
class AccessCard final : public QWidget
{
    Q_OBJECT

public:
    explicit AccessCard(QWidget *parent = nullptr);

    void setRequired(bool required);

Q_SIGNALS:
    //! A person wants keys to be asked for, or not.
    void wanted(bool required);

private:
    QCheckBox *m_require;
    PlainLabel *m_meaning;
};

} // namespace gatehouse
