// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paths.h"

#include <QString>

#include <chrono>

namespace gatehouse {

//! Keeps other programs of ours from changing the configuration file as long as it lives: held from the look
//! at the file until it is written, no change is lost. Not held while a person or a keychain is waited for.
//! Ends with its process; leaves no file behind.
class ConfigLock final
{
public:
    static constexpr std::chrono::seconds usualPatience{5};

    //! Waits at most \a patience for whoever has it. Makes the folder of the file where there is none.
    explicit ConfigLock(const Paths &paths, std::chrono::milliseconds patience = usualPatience);
    ~ConfigLock();
    Q_DISABLE_COPY_MOVE(ConfigLock)

    //! Why the file is not to be changed now; empty if it may. A file system that knows no locks does not
    //! keep anyone from it.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    int m_folder = -1;
    QString m_problem;
};

} // namespace gatehouse
