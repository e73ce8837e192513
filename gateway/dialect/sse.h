// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse {

//! Cuts a stream of server-sent events into whole events, whatever way it is split into reads.
//! Line ends may be LF, CRLF or CR (WHATWG HTML, 9.2.5); bytes are never changed.
class SseSplitter final
{
public:
    static constexpr qsizetype maxEvent = 4 * 1024 * 1024;

    //! Takes \a bytes, calls \a event with each event that is now whole, its blank line included, and
    //! then \a done once, while all those views are still valid. Views of one call are neighbours in
    //! memory. False: an event is longer than maxEvent.
    template<typename F, typename G>
    [[nodiscard]] bool feed(QByteArrayView bytes, F &&event, G &&done)
    {
        if (!m_held.isEmpty()) {
            m_held.append(bytes.data(), bytes.size());
            bytes = m_held;
        }
        qsizetype begin = 0;
        while (true) {
            const qsizetype end = nextEnd(bytes);
            if (end < 0)
                break;
            event(bytes.sliced(begin, end - begin));
            begin = end;
            m_lineStart = m_scanned = end;
        }
        done();
        keep(bytes, begin);
        return m_held.size() <= maxEvent;
    }

    //! What came of an event that is not whole yet.
    QByteArrayView rest() const { return m_held; }

    //! The bytes of `data:` of \a event, without the space that may follow the colon; of several such
    //! lines the first. Null if there is none.
    static QByteArrayView data(QByteArrayView event);

private:
    qsizetype nextEnd(QByteArrayView bytes);
    void keep(QByteArrayView bytes, qsizetype begin);

    QByteArray m_held;
    qsizetype m_lineStart = 0; //!< where the line begins that is being looked at
    bool m_usesCrLf = false;
    qsizetype m_scanned = 0; //!< up to where no line end is left to be found
};

} // namespace gatehouse
