// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

//! Something is wrong, or well again, that a person should hear of. Holds no secret and nothing of a request.
struct Alert
{
    enum Kind {
        ProviderDown,
        ProviderUp, //!< after it was down
        KeyRefused,
        ErrorRate,        //!< of a provider, above AlertRules::errorRatePercent
        BudgetNearlyUsed, //!< 80 %
        BudgetUsed,
    };
    Kind kind = ProviderDown;
    QString subject = {}; //!< Provider::id, or Client::name; empty: the budget of all
    QString message = {}; //!< a sentence for a person, in English
    qint64 timeMs = 0;    //!< UTC

    bool operator==(const Alert &) const = default;
};

} // namespace gatehouse
