// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gatehouse {

//! What a request does with what its connection tells it. Called from inside the code that moves the bytes,
//! which must not be called back.
class WireListener
{
public:
    enum Verdict { Go, Pause, Abort };

    //! The connection stands, nothing has been sent; comes again where the request is to be sent once more.
    virtual Verdict onReadyToSend() = 0;
    //! A part of a large body has been sent.
    virtual void onSending() = 0;
    //! One line of the answer's head, with its ending.
    virtual Verdict onHeaderLine(QByteArrayView line) = 0;
    virtual Verdict onBodyBytes(QByteArrayView bytes) = 0;

protected:
    ~WireListener() = default;
};

} // namespace gatehouse
