// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse {

//! \a arguments without the white space between its tokens if they are the JSON text of an object, else `{}`.
QByteArray argumentsObject(QByteArrayView arguments);

//! Arguments of a freeform tool, as a function has them: `{"input": …}`.
QByteArray freeformArguments(QByteArrayView text);
//! The way back: the text of `input`; where there is none, the arguments themselves.
QByteArray freeformText(QByteArrayView arguments);

//! Follows the arguments of a call as they come, to know when they are complete.
class ArgumentScan final
{
public:
    //! White space without an end is a fault that some models have.
    static constexpr int maxSpaces = 500;

    //! Takes the next bytes; returns those that count: none once the object has been closed.
    QByteArrayView feed(QByteArrayView bytes);

    //! Something else than white space came.
    bool begun() const { return m_begun; }
    //! The object was closed, or nothing sensible follows.
    bool complete() const { return m_complete; }

private:
    int m_depth = 0;
    int m_spaces = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_begun = false;
    bool m_complete = false;
};

} // namespace gatehouse
