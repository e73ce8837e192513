// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_answer.h"

#include <QRandomGenerator>

namespace gatehouse::soak {

//! What is wrong with a provider.
enum class Fault {
    None,
    Resets,  //!< breaks the connection: before, within or after the head
    Refuses, //!< 401, 408, 429, 500, 502, 503, 529
    Cuts,    //!< ends anywhere within its answer
    Stalls,  //!< falls silent for longer than is waited for it
    Garbage, //!< answers with what is no answer
};

//! How a provider that would have answered \a good spoils it.
FakeAnswer spoilt(Fault fault, FakeAnswer good, QRandomGenerator &random);

} // namespace gatehouse::soak
