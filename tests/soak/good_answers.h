// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_answer.h"
#include "tests/support/fake_request.h"

#include <QRandomGenerator>

namespace gatehouse::soak {

//! What a healthy provider of \a dialect (as it is called in a configuration) answers: whole or as a stream,
//! at once or slowly, short or, once in a while, long.
FakeAnswer goodAnswer(const QByteArray &dialect, const FakeRequest &request, QRandomGenerator &random);

} // namespace gatehouse::soak
