// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

//! What helps against a failure.
enum class Remedy {
    None,
    EditKey,     //!< of the provider `target`; the next ones too
    EditAddress, //!< its base URL
    EditLimits,  //!< what is set for it here
    RaiseTimeout,
    OpenProxySettings, //!< how it is reached
    TryProviderNow,    //!< end its cooldown; an empty target: of all
    PickModel,
    LowerPrompt,
    EditClient,   //!< `target` is its name; empty: see to clients in general
    EditBudget,   //!< of the client `target`; empty: of all requests together
    OpenSettings, //!< of the program
};

//! Why a request failed, for a person who knows no protocol.
struct Explanation
{
    QString cause = {};    //!< a sentence or two
    QString evidence = {}; //!< what was seen, a line each; from outside, so never more than plain text
    Remedy remedy = Remedy::None;
    QString target = {}; //!< Provider::id or Client::name, as the remedy needs it

    bool operator==(const Explanation &) const = default;
};

//! What the button of \a remedy says.
QString remedyText(Remedy remedy);

} // namespace gatehouse
