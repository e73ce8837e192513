// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatehouse {

//! Standard error, written to without waiting for whoever reads it: a stopped terminal or a full pipe
//! must not stop the gateway. Not for several threads at once.
class StderrStream final
{
public:
    //! Writes \a line whole, or (false) not at all: it is longer than 4 KiB, or nobody reads.
    bool write(const QByteArray &line);

private:
    bool m_stalled = false; //!< the reader was waited for once already
};

} // namespace gatehouse
