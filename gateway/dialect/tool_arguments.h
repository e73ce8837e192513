// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse {

//! \a arguments without the white space between its tokens if they are the JSON text of an object, else `{}`.
QByteArray argumentsObject(QByteArrayView arguments);

//! Arguments of a freeform tool, as a function has them: `{"input": …}`.
QByteArray freeformArguments(QByteArrayView text);
//! The way back: the text of `input`; where there is none, the arguments themselves.
QByteArray freeformText(QByteArrayView arguments);

//! 502 model_failed: it wrote nothing but white space where the arguments of a call should go on.
Error endlessArguments();

//! Follows the arguments of a call as they come, to know when they are complete.
class ArgumentScan final
{
public:
    //! So much white space in a row, and nothing behind it, is a fault that some models have.
    static constexpr int manySpaces = 500;
    //! Nothing comes behind so much.
    static constexpr int endlessSpaces = 16 * 1024;

    //! Takes the next bytes; returns those that count: none once the object has been closed.
    QByteArrayView feed(QByteArrayView bytes);

    //! Something else than white space came.
    bool begun() const { return m_begun; }
    //! The object was closed.
    bool complete() const { return m_complete; }
    //! If this is all, its model ran away.
    bool ranAway() const { return !m_complete && m_spaces >= manySpaces; }
    //! It did for certain.
    bool endless() const { return !m_complete && m_spaces >= endlessSpaces; }

private:
    int m_depth = 0;
    int m_spaces = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_begun = false;
    bool m_complete = false;
};

} // namespace gatehouse
