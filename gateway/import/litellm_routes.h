// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/import/imported.h"

#include <QLatin1StringView>

#include <utility>

namespace gatehouse {

//! An entry of `model_list` that was carried.
struct LiteLlmDeployment
{
    QString name;                   //!< `model_name`, under which clients ask for it
    qsizetype provider = 0;         //!< index in Imported::config
    QString model;                  //!< as the provider knows it; it is among its models
    double weight = 1;              //!< share among those of one name
    QLatin1StringView measure = {}; //!< what the weight is: `weight`, `rpm`, `tpm`; empty: nothing was said
};

//! How LiteLLM chooses among its entries.
struct LiteLlmRouting
{
    Policy policy = Policy::Weighted; //!< among entries of one name
    //! Names, each with those that are tried after it, as `fallbacks` has them.
    QList<std::pair<QString, QStringList>> fallbacks = {};
    //! Further names, each with that which it stands for (`model_group_alias`).
    QList<std::pair<QString, QString>> aliases = {};
};

//! Gives \a imported the aliases and routes that lead each name of \a deployments where LiteLLM does. A
//! fallback becomes a further target: the next in order where the name has one entry, one of weight 0 where
//! it has more.
void addLiteLlmRoutes(Imported &imported, const QList<LiteLlmDeployment> &deployments,
                      const LiteLlmRouting &routing);

} // namespace gatehouse
