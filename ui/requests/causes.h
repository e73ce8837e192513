// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requests/explanation.h"

#include <QByteArrayView>

#include <span>

namespace gatehouse {

//! A line of the table of causes. The first that fits a record tells why it failed.
struct Cause
{
    enum Sight {
        Always,
        ToldByProvider, //!< the code is that of an attempt, so the provider said so
        BrokenOff,      //!< the answer had begun
        BeforeAnswer,   //!< no byte of one had come
    };

    const char *codes;           //!< with `|` between them; a last `*` stands for anything
    Sight sight = Always;        //!< what else must be so
    const char *words = nullptr; //!< one of them must be in a message, in lower case, `|` between
    const char *sentence = "";   //!< %1 provider, %2 model, %3 client
    Remedy remedy = Remedy::None;
};

//! Every code of the contract's section 4, what providers answer, and what is read from their words.
std::span<const Cause> causes();

//! Whether \a code is one of \a cause.
bool namesCode(const Cause &cause, QByteArrayView code);
//! \a cause in the language of the user, still with its %1 to %3.
QString sentenceOf(const Cause &cause);

} // namespace gatehouse
