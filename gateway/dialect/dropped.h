// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

namespace gatehouse {

//! The names of what a translation could not carry, as the client wrote them: `seed`, `image_url.detail`,
//! `tools.web_search`.
class Dropped final
{
public:
    //! Takes note of \a name, once, with whatever could not stand in a header replaced.
    void add(QByteArrayView name);
    void add(const Dropped &others);

    const QByteArrayList &names() const { return m_names; }
    //! For the header `x-gatehouse-dropped`: names with commas in between; the first 32 of them.
    QByteArray header() const;

    bool operator==(const Dropped &) const = default;

private:
    QByteArrayList m_names;
};

} // namespace gatehouse
