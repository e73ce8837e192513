// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/status/probe.h"
#include "gateway/upstream/transfer.h"

#include <QByteArrayList>

namespace gatehouse {

class Redactor;

//! All that came back for one question of a probe.
struct ProbeAnswer
{
    TransferEnd end;
    ReplyHead head = {}; //!< status 0: none came
    QByteArray body = {};
};

//! What \a answer to a question of that kind means.
ProbeResult::Outcome outcomeOf(ProbeRequest::Kind kind, Dialect dialect, const ProbeAnswer &answer);

//! The provider's own words, or those of the transfer, as they came.
QString wordsOf(const ProbeAnswer &answer);
//! \a words for a person: plain text on one line, at most 300 characters, without \a secrets and whatever
//! else \a redactor knows.
QString plainDetail(const QString &words, const Redactor &redactor, const QByteArrayList &secrets);

//! Whether an OpenAI service refused the older name of the limit for tokens.
bool wantsCompletionTokens(const ProbeAnswer &answer);

} // namespace gatehouse
