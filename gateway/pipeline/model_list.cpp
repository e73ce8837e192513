// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/error_body.h"
#include "gateway/pipeline/local_answers.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! One model in the shape of the dialect that asks (wire formats of the three lists).
QByteArray describe(const QByteArray &name, const Snapshot &snapshot, Dialect dialect)
{
    const QByteArray id = jsonString(QString::fromUtf8(name));
    if (dialect == Dialect::Anthropic)
        return R"({"type":"model","id":)" + id + R"(,"display_name":)" + id +
               R"(,"created_at":"1970-01-01T00:00:00Z"})";
    if (dialect == Dialect::Gemini)
        return R"({"name":)" + jsonString(QString::fromUtf8("models/" + name)) + R"(,"displayName":)" + id +
               R"(,"supportedGenerationMethods":["generateContent","streamGenerateContent","countTokens"]})";
    const int owner = snapshot.models.ownerOf(name);
    const QString ownedBy = owner < 0 ? u"gatehouse"_s : snapshot.config.providers[owner].id;
    return R"({"id":)" + id + R"(,"object":"model","created":0,"owned_by":)" + jsonString(ownedBy) + '}';
}

QByteArray orNull(const QByteArray &name)
{
    return name.isEmpty() ? QByteArray("null") : jsonString(QString::fromUtf8(name));
}

} // namespace

LocalAnswer modelList(const Incoming &in, const Caller &caller, const Snapshot &snapshot)
{
    const Dialect dialect = dialectAsked(in);
    QByteArray rows;
    QByteArray first;
    QByteArray last;
    for (const QByteArray &name : snapshot.models.names()) {
        if (!caller.mayUse(name))
            continue;
        if (first.isEmpty())
            first = name;
        last = name;
        if (!rows.isEmpty())
            rows += ',';
        rows += describe(name, snapshot, dialect);
    }
    LocalAnswer answer;
    if (dialect == Dialect::OpenAi)
        answer.body = R"({"object":"list","data":[)" + rows + "]}";
    else if (dialect == Dialect::Gemini)
        answer.body = R"({"models":[)" + rows + "]}";
    else
        answer.body = R"({"data":[)" + rows + R"(],"has_more":false,"first_id":)" + orNull(first) +
                      R"(,"last_id":)" + orNull(last) + '}';
    return answer;
}

Result<LocalAnswer> oneModel(const QByteArray &id, const Incoming &in, const Caller &caller,
                             const Snapshot &snapshot)
{
    if (!caller.mayUse(id) || snapshot.models.find(id).candidates.isEmpty()) {
        return Error{404, "invalid_request_error", "model_not_found",
                     u"The model '%1' is not served here."_s.arg(QString::fromUtf8(id.left(256))), "model"};
    }
    LocalAnswer answer;
    answer.body = describe(id, snapshot, dialectAsked(in));
    return answer;
}

} // namespace gatehouse
