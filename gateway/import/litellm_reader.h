// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/credentials/env_file.h"
#include "gateway/import/imported.h"
#include "gateway/import/litellm_routes.h"
#include "gateway/import/litellm_service.h"
#include "gateway/import/yaml_tree.h"

#include <QHash>

#include <initializer_list>

namespace gatehouse {

//! Turns the entries of `model_list` into providers.
class LiteLlmReader final
{
public:
    //! \a variables is the map `environment_variables` of the file, which counts before \a environment.
    LiteLlmReader(const YamlNode &variables, const Environment &environment);

    //! An entry of the list, at \a place in the file.
    void addEntry(const YamlNode &entry, const QString &place);
    //! Limits of entries become those of their providers where that means the same. To be called last.
    void finish();

    //! Names in Imported::left every field of \a map, which stands at \a place, but those in \a known.
    void leaveUnknown(const YamlNode &map, std::initializer_list<QLatin1StringView> known,
                      const QString &place);
    void leave(const QString &place, const QString &why);
    //! Names the variables of `environment_variables` that no entry has used.
    void leaveUnusedVariables();
    //! Where each provider was first met in the file.
    QStringList places() const;

    Imported imported{.format = ImportFormat::LiteLlm, .config = {}};
    QList<LiteLlmDeployment> deployments;

private:
    //! What is known of a provider beside itself.
    struct Group
    {
        QString mark;  //!< what its entries have in common
        QString place; //!< of the first of them
        int entries = 0;
        Limits limits;
        QStringList places; //!< of the limits
    };

    QString resolved(const QString &text, const QString &place);
    QString keyOf(const YamlNode &params);
    qsizetype providerFor(const LiteLlmService &service, const YamlNode &params, const QString &place);
    void addModel(qsizetype provider, const LiteLlmService &service, const YamlNode &entry,
                  const QString &place);
    void addWildcard(qsizetype provider, const LiteLlmService &service, const QString &name,
                     const QString &place);
    void noteLimits(qsizetype provider, const YamlNode &entry, const QString &place);

    const YamlNode &m_variables;
    const Environment &m_environment;
    QList<Group> m_groups; //!< one for each provider
    QStringList m_used;    //!< of the variables
};

} // namespace gatehouse
