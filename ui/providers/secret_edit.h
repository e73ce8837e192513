// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace gatehouse {

//! A field for a secret: it leaves no copy behind that can be helped. Not suggested, learned, dragged, undone
//! or copied from; shown only while revealed.
class SecretEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent = nullptr);

    void setRevealed(bool revealed);
    //! Empties the field and overwrites what was in it, as far as Qt's strings allow that.
    void wipe();

private:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace gatehouse
