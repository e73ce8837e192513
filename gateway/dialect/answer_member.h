// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse {

//! Takes an answer out of the object that a provider wanted around it, `{"answer": […]}`, as it comes. What
//! is no such object, because the model did otherwise, stays as it is.
class AnswerMember final
{
public:
    //! \a name of the member; empty: there is no such object.
    explicit AnswerMember(const QByteArray &name);

    //! Takes the next piece of the text; returns what belongs to the answer, valid until the next call.
    QByteArrayView feed(QByteArrayView piece);

private:
    enum State { Before, Within, Behind, Plain };

    QByteArrayView within(QByteArrayView piece);

    QByteArray m_name;
    QByteArray m_held; //!< while it is not known whether this is such an object
    State m_state;
    int m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
};

//! The same of a whole \a text.
QByteArray answerIn(const QByteArray &text, const QByteArray &name);

} // namespace gatehouse
