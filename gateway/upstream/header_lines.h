// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/transfer.h"

#include <QVarLengthArray>

#include <span>

namespace gatehouse {

//! The lines of a request's header, of the provider's and the client's: where they lie, without a copy of
//! any.
class HeaderLines final
{
public:
    //! Gathers those of \a outgoing, which must stay where they are. False: one of them, or the one with the
    //! key, holds a line break and would be two, or a NUL.
    bool assign(const Outgoing &outgoing);

    //! Without the one with the key.
    std::span<const QByteArray *const> lines() const { return {m_lines.data(), size_t(m_lines.size())}; }

private:
    void addJoined(const QByteArray &line, const QList<QByteArray> &others);

    QVarLengthArray<const QByteArray *, 40> m_lines;
    QList<std::shared_ptr<const QByteArray>> m_joined;
};

} // namespace gatehouse
