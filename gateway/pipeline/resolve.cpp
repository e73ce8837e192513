// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/resolve.h"

#include "gateway/config/close_names.h"
#include "gateway/dialect/dialect.h"
#include "gateway/pipeline/way.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Some dialects have the model in the address: its name must not lead elsewhere.
bool leadsUpwards(QByteArrayView model)
{
    for (;;) {
        const qsizetype slash = model.indexOf('/');
        const QByteArrayView segment = slash < 0 ? model : model.first(slash);
        if (segment == "." || segment == "..")
            return true;
        if (slash < 0)
            return false;
        model = model.sliced(slash + 1);
    }
}

//! Who serves \a model: as it is called, or without the mark of a long context, which no provider knows.
Choice choiceFor(const Snapshot &snapshot, const Caller &caller, const QByteArray &model)
{
    const QByteArrayView plain = withoutContext(model);
    const bool stays =
        plain.size() == model.size() || (snapshot.models.names().contains(model) && caller.mayUse(model));
    return snapshot.models.find(stays ? model : plain.toByteArray());
}

Error modelNotFound(const Snapshot &snapshot, const Caller &caller, const QByteArray &model)
{
    QString message = u"The model '%1' is not served here."_s.arg(QString::fromUtf8(model.left(256)));
    QStringList known;
    for (const QByteArray &name : snapshot.models.names()) {
        if (caller.mayUse(name))
            known.append(QString::fromUtf8(name));
    }
    QStringList names;
    for (const QString &name : closeNames(QString::fromUtf8(model), known))
        names.append(u'\'' + name + u'\'');
    if (!names.isEmpty())
        message += u" Did you mean %1?"_s.arg(names.join(u" or "_s));
    else if (snapshot.models.names().isEmpty())
        message += u" No provider with models is configured yet."_s;
    return {404, "invalid_request_error", "model_not_found", message, "model"};
}

Error noSuchProvider(const QString &id)
{
    return {404, "invalid_request_error", "unknown_url", u"There is no enabled provider '%1'."_s.arg(id)};
}

Result<Plan> resolveProvider(const Snapshot &snapshot, Call call)
{
    for (int i = 0; i < snapshot.config.providers.size(); ++i) {
        const Provider &provider = snapshot.config.providers[i];
        if (!provider.enabled || provider.id.toUtf8() != call.match.argument)
            continue;
        // What is passed through may name any model, so the client must be free to use any of this provider.
        if (!call.caller.mayUse(QByteArray(call.match.argument + '/'))) {
            return Error{403, "permission_error", "model_not_allowed",
                         u"The client '%1' may use only some models and so cannot reach '%2' directly."_s.arg(
                             call.caller.name(), provider.id)};
        }
        return Plan{std::move(call), {{{i, {}}}}};
    }
    return noSuchProvider(QString::fromUtf8(call.match.argument.left(64)));
}

//! Leaves in \a choice, which is not empty, whom the request can be carried to.
Result<Plan> reachable(const Snapshot &snapshot, Call call, Choice choice)
{
    const Provider &first = snapshot.config.providers[choice.candidates.first().provider];
    choice.candidates.removeIf([&](const Candidate &candidate) {
        return wayTo(*call.match.endpoint, snapshot.config.providers[candidate.provider]) == Way::Never;
    });
    if (choice.candidates.isEmpty()) {
        return Error{400, "invalid_request_error", "dialect_not_supported",
                     u"The provider '%1' speaks %2; requests of this kind cannot be translated for it."_s.arg(
                         first.id, QString::fromLatin1(dialectName(first.dialect))),
                     "model"};
    }
    return Plan{std::move(call), std::move(choice)};
}

} // namespace

Result<Plan> resolve(const Snapshot &snapshot, Call call)
{
    if (call.match.endpoint->surface == Surface::PassThrough)
        return resolveProvider(snapshot, std::move(call));

    const QByteArray &asked = call.peek.model;
    Choice choice = choiceFor(snapshot, call.caller, asked);
    if (choice.candidates.isEmpty() || leadsUpwards(asked))
        return modelNotFound(snapshot, call.caller, call.peek.model);

    return reachable(snapshot, std::move(call), std::move(choice));
}

Result<Plan> resolveTo(const Snapshot &snapshot, Call call, const RouteTarget &target)
{
    const QByteArray model = target.model.toUtf8();
    if (leadsUpwards(model))
        return modelNotFound(snapshot, call.caller, model);
    for (int i = 0; i < snapshot.config.providers.size(); ++i) {
        const Provider &provider = snapshot.config.providers[i];
        if (provider.enabled && provider.id == target.provider)
            return reachable(snapshot, std::move(call), {{{i, model}}});
    }
    return noSuchProvider(target.provider);
}

} // namespace gatehouse
