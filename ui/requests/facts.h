// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/usage/usage_record.h"

#include <QList>
#include <QString>

namespace gatehouse {

//! Something that is known of a request. The value may come from outside.
struct Fact
{
    QString name;
    QString value;

    bool operator==(const Fact &) const = default;
};

//! Who asked whom for what, when and how.
QList<Fact> requestFacts(const UsageRecord &record, const Config &config);
//! Tokens by kind, and their cost or why it is not known.
QList<Fact> tokenFacts(const UsageRecord &record);
//! The headers that were kept of the answer.
QList<Fact> headerFacts(const UsageRecord &record);

//! What came of an attempt, and why, in a line.
QString attemptResult(const AttemptRecord &attempt);
//! `PROVIDER/MODEL`.
QString attemptTarget(const AttemptRecord &attempt);

//! All of it as text, to be sent to someone. Without bodies.
QString detailsText(const UsageRecord &record, const Config &config);

} // namespace gatehouse
