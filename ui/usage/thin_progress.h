// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProgressBar>
#include <QTimer>

namespace gatehouse {

//! A line that moves while something is awaited. Takes its room also when it is not to be seen.
class ThinProgress final : public QProgressBar
{
    Q_OBJECT

public:
    explicit ThinProgress(const QString &name, QWidget *parent = nullptr);

    //! Shown when the wait is worth it; hidden at once.
    void setWaiting(bool on);

private:
    QTimer m_patience;
};

} // namespace gatehouse
