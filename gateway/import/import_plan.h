// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/import/imported.h"

namespace gatehouse {

//! What an import does with what is there already.
enum class ImportMode {
    Merge,  //!< adds; of what both have (provider id, client name, route model) the imported one stands; of a
            //!< provider in another gateway's file only what that file can say
    Replace //!< all providers, routes and clients go but those imported; without imported clients the present
            //!< stay
};

//! One thing that an import would change.
struct ImportChange
{
    enum Kind { Added, Changed, Removed };
    enum Subject { Host, Provider, Route, Client, Setting };

    Kind kind = Added;
    Subject subject = Provider;
    QString name;              //!< an id, a name, a host, a JSON path
    QString detail = {};       //!< for a person, plain text: what is other than before
    bool keyGoesThere = false; //!< of a Host: a key that exists here, or is imported, could be sent to it
};

//! What an import would come to.
struct ImportPlan
{
    Config result;
    QList<ImportChange> changes;     //!< new hosts first, those a key could go to before the others
    QStringList left;                //!< as in Imported
    QList<Problem> problems;         //!< of the result, by the rules of any configuration
    QList<UnsetVariable> unset = {}; //!< as in Imported
};

//! \a now with \a imported. A key reference that would make a key of \a now go to another host than before is
//! shown as such (ImportChange::keyGoesThere).
ImportPlan planImport(const Config &now, const Imported &imported, ImportMode mode);

} // namespace gatehouse
