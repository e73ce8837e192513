// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/import/import_plan.h"

namespace gatehouse {

//! \a imported as lines that a test can compare: providers with their models, keys, routes, what was left.
inline QStringList shownImport(const Imported &imported)
{
    using namespace Qt::StringLiterals;
    QStringList lines;
    for (const Provider &provider : imported.config.providers) {
        QStringList models;
        for (const ModelEntry &model : provider.models)
            models.append(model.alias.isEmpty() ? model.id : QString(model.id + u'=' + model.alias));
        lines.append(QStringList{u"provider"_s, provider.id,
                                 provider.preset.isEmpty() ? u"-"_s : provider.preset,
                                 QString::fromLatin1(dialectName(provider.dialect)), provider.baseUrl,
                                 provider.apiKeys.isEmpty() ? u"-"_s : provider.apiKeys.join(u',')}
                         .join(u' ') +
                     u" ["_s + models.join(u' ') + u']');
        for (const ExtraHeader &header : provider.headers)
            lines.append(QString(u"header "_s + QString::fromUtf8(header.name) + u'=' +
                                 QString::fromUtf8(header.value)));
    }
    for (const ImportedKey &key : imported.keys)
        lines.append(QString(u"key "_s + key.provider + u'/' + QString::number(key.index) + u' ' +
                             key.reference + u' ' + QString::fromUtf8(key.secret)));
    for (const Route &route : imported.config.routes) {
        constexpr const char *policies[] = {"priority", "weighted", "fastest"};
        QString line = u"route "_s + route.model + u' ' + QString::fromLatin1(policies[int(route.policy)]);
        for (const RouteTarget &target : route.targets)
            line += u' ' + target.provider + u'/' + target.model + u'*' + QString::number(target.weight);
        lines.append(line);
    }
    for (const UnsetVariable &variable : imported.unset)
        lines.append(QString(u"unset "_s + variable.name + u' ' + variable.sentence.section(u": "_s, 0, 0)));
    for (const QString &sentence : imported.left)
        lines.append(u"left "_s + sentence.section(u": "_s, 0, 0));
    return lines;
}

} // namespace gatehouse
