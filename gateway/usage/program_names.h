// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace gatehouse {

//! What the processes of this machine are called, remembered for a while.
class ProgramNames final
{
public:
    //! \a root: where proc(5) is mounted.
    explicit ProgramNames(QByteArray root)
        : m_root(std::move(root))
    {
    }

    //! Empty where there is no such process.
    QString nameOf(int process, TimePoint now);

    static constexpr std::chrono::seconds goodFor{30}; //!< a process may become another program

private:
    struct Known
    {
        quint64 started = 0; //!< tells it from an earlier process of that number
        QString name = {};
        TimePoint read = {};
    };

    QByteArray m_root;
    QHash<int, Known> m_known;
};

} // namespace gatehouse
