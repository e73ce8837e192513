// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace gatehouse {

//! Tells an object in another thread that its answer is there. A signal is the one call across threads that
//! is safe while its receiver goes away.
class AnswerCourier final : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void arrived();
};

} // namespace gatehouse
