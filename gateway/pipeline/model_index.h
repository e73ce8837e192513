// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/config/glob.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QList>
#include <QSet>

namespace gatehouse {

//! A provider, and the name under which it knows the model.
struct Candidate
{
    int provider = -1; //!< index into Config::providers
    QByteArray model;
    int weight = 1;

    bool operator==(const Candidate &) const = default;
};

//! The candidates for one name, in the order in which they are to be asked.
struct Choice
{
    QList<Candidate> candidates;
    Policy policy = Policy::Priority;
    QByteArray route = {}; //!< the route's name, empty if it was none
};

//! Answers which providers serve a model (contract, section 2). Made once per configuration; holds
//! only providers that are enabled.
class ModelIndex final
{
public:
    ModelIndex() = default;
    explicit ModelIndex(const Config &config);

    //! Empty candidates: nothing serves it.
    Choice find(const QByteArray &model) const;

    //! Every name that can be asked for, without patterns: routes, aliases, ids; each once.
    const QByteArrayList &names() const { return m_names; }
    //! The provider that is asked first for \a name, −1 if none.
    int ownerOf(const QByteArray &name) const;

private:
    struct Pattern
    {
        QByteArray glob;
        int provider;
    };

    Choice findNamed(const QByteArray &model) const;
    void addName(const QByteArray &name);

    QHash<QByteArray, Choice> m_routes;
    QHash<QByteArray, int> m_providers;           //!< by id
    QHash<QByteArray, QList<Candidate>> m_models; //!< by alias and id
    QList<Pattern> m_patterns;                    //!< longest first, else in order of the file
    QByteArrayList m_names;
    QSet<QByteArray> m_known; //!< the same, to look up
    QByteArray m_defaultModel;
};

} // namespace gatehouse
