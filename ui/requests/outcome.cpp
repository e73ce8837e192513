// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/outcome.h"

#include <QCoreApplication>

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct OutcomeWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::Outcome)
};

} // namespace

Outcome outcomeOf(const UsageRecord &record)
{
    constexpr int clientLeft = 499;
    constexpr int firstError = 400;
    if (record.status == clientLeft)
        return Outcome::Left;
    return record.status >= firstError || record.partial ? Outcome::Failed : Outcome::Good;
}

Tone toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Good:
        return Tone::Good;
    case Outcome::Failed:
        return Tone::Bad;
    case Outcome::Left:
        break;
    }
    return Tone::Neutral;
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Good:
        return OutcomeWords::tr("Good");
    case Outcome::Failed:
        return OutcomeWords::tr("Failed");
    case Outcome::Left:
        break;
    }
    return OutcomeWords::tr("Left by the client");
}

} // namespace gatehouse
