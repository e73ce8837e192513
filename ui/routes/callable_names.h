// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

namespace gatehouse {

//! A provider that serves a name, and what it calls the model.
struct ServingProvider
{
    QString id;    //!< Provider::id
    QString name;  //!< Provider::name, or the id where that is empty
    QString model; //!< empty: as the client asks for it
    int weight = 1;
    bool enabled = true;

    bool operator==(const ServingProvider &) const = default;
};

//! What a client may write as `model`, and who answers then.
struct CallableName
{
    enum Kind {
        RouteName,
        Alias,
        Model,
        Pattern,  //!< `o*`: every name that matches and is not served otherwise
        Explicit, //!< `openai/*`: any model of that provider, listed or not
    };

    QString name;
    Kind kind = Model;
    Policy policy = Policy::Priority;
    QList<ServingProvider> servers =
        {}; //!< in the order in which they are asked; those switched off are never asked

    bool isServed() const;

    bool operator==(const CallableName &) const = default;
};

//! Every name once, with who serves it by the contract's order of matching (section 2): a route; then
//! PROVIDER/MODEL; then aliases and ids in order of the providers; then the longest pattern; then
//! Config::defaultModel. Names that nobody serves at present, because all their providers are switched off,
//! are there too.
QList<CallableName> callableNames(const Config &config);

//! Who serves a request for \a name, which need not be listed: empty if nobody does.
QList<ServingProvider> serversOf(const Config &config, const QString &name);

//! The targets of \a route as servers, in its order.
QList<ServingProvider> serversOf(const Config &config, const Route &route);

//! Those of \a names that are served and are one model each: what can be written as it stands.
QStringList plainNames(const QList<CallableName> &names);

} // namespace gatehouse
