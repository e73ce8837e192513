// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/authenticate.h"

#include "gateway/base/ascii_case.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QByteArray queryKey(QByteArrayView query)
{
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView pair = end < 0 ? query : query.first(end);
        if (pair.startsWith("key="))
            return QByteArray::fromPercentEncoding(pair.sliced(4).toByteArray());
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
    }
    return {};
}

QByteArray presentedKey(const Incoming &in)
{
    const QByteArrayView authorization = in.header("authorization");
    constexpr QByteArrayView bearer = "bearer ";
    if (authorization.size() > bearer.size() && beginsWith(authorization, bearer))
        return authorization.sliced(bearer.size()).trimmed().toByteArray();
    for (const char *name : {"x-api-key", "api-key", "x-goog-api-key"}) {
        if (const QByteArrayView value = in.header(name); !value.isEmpty())
            return value.toByteArray();
    }
    return queryKey(in.query);
}

//! Takes the same time wherever the two differ.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i] ^ b[i]);
    return difference == 0;
}

} // namespace

Result<Caller> authenticate(const Snapshot &snapshot, const Incoming &in)
{
    if (snapshot.clients.empty())
        return Caller{};
    const QByteArray key = presentedKey(in);
    const QByteArray digest = QCryptographicHash::hash(key, QCryptographicHash::Sha256);
    const ClientEntry *found = nullptr;
    for (const ClientEntry &client : snapshot.clients) {
        if (equalInConstantTime(client.digest, digest))
            found = &client;
    }
    if (found && !key.isEmpty())
        return Caller{found};
    return Error{401, "invalid_request_error", "invalid_api_key",
                 key.isEmpty()
                     ? u"This gateway asks for a client key; send it as `Authorization: Bearer …`."_s
                     : u"The client key is not known to this gateway."_s};
}

bool Caller::mayUse(QByteArrayView model) const
{
    return !client || std::any_of(client->models.cbegin(), client->models.cend(),
                                  [&](const QByteArray &allowed) { return globMatches(allowed, model); });
}

} // namespace gatehouse
