// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/checks.h"
#include "gateway/config/words.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace gatehouse {

void checkModels(const Provider &provider, Findings findings)
{
    QSet<QString> ids;
    QSet<QString> names;
    for (const ModelEntry &model : provider.models)
        names.insert(model.id);
    for (qsizetype i = 0; i < provider.models.size(); ++i) {
        const ModelEntry &model = provider.models[i];
        Findings here = findings.below(QString::number(i));
        if (model.id.isEmpty())
            here.error(u"id"_s, ConfigWords::tr("is missing"));
        else if (!isPlain(model.id))
            here.error(u"id"_s,
                       ConfigWords::tr("must be at most 256 characters, none of them a control character"));
        else if (ids.contains(model.id))
            here.error(u"id"_s, ConfigWords::tr("is in the list already"));
        ids.insert(model.id);
        if (model.price)
            checkPrice(*model.price, here.below(u"price"_s));

        if (model.alias.isEmpty())
            continue;
        if (!isPlain(model.alias) || model.alias.contains(u'*'))
            here.error(u"alias"_s, ConfigWords::tr("must be one name, which clients ask for"));
        else if (model.id.contains(u'*'))
            here.error(u"alias"_s, ConfigWords::tr("cannot stand for a pattern: it must lead to one model"));
        else if (names.contains(model.alias))
            here.warning(
                u"alias"_s,
                ConfigWords::tr("is another model or alias of this provider too: the first one counts"));
        names.insert(model.alias);
    }
}

} // namespace gatehouse
