// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatehouse {

//! Standard error, written to without waiting for whoever reads it: a stopped terminal or a full pipe
//! must not stop the gateway. Not for several threads at once.
class StderrStream final
{
public:
    static constexpr qsizetype longest = 4096;

    //! Writes \a lines whole, or (false) not at all: they are longer than that, or nobody reads.
    bool write(const QByteArray &lines);

private:
    bool m_stalled = false; //!< the reader was waited for once already
};

} // namespace gatehouse
