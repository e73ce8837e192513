// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/key_shapes.h"
#include "gateway/config/base_url.h"
#include "gateway/config/checks.h"
#include "gateway/config/json_text.h"
#include "gateway/config/key_reference.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype longestHeader = 4096;

// What the transfer itself says about the message and the connection (RFC 9110, 7.6.1; RFC 9112, 6).
constexpr QByteArrayView framingHeaders[] = {
    "host",         "content-length",  "transfer-encoding",
    "connection",   "keep-alive",      "proxy-connection",
    "te",           "trailer",         "upgrade",
    "expect",       "accept-encoding", "content-encoding",
    "content-type",
};
constexpr QByteArrayView keyHeaders[] = {
    "authorization", "proxy-authorization", "x-api-key", "api-key", "x-goog-api-key", "cookie",
};

template<size_t N>
bool isOneOf(const QByteArray &name, const QByteArrayView (&names)[N])
{
    return std::find(std::begin(names), std::end(names), QByteArrayView(name)) != std::end(names);
}

//! RFC 9110, 5.6.2.
bool isToken(QByteArrayView name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

//! How a person gets a key out of the file, for the provider of that id.
QString wayOut(const QString &id)
{
    return u"store it with `gatehoused key set %1`, or move it into the keychain in the window, or name the "
           "environment variable that holds it: ${NAME}"_s.arg(isProviderId(id) ? id : u"PROVIDER"_s);
}

QString headerProblem(const ExtraHeader &header)
{
    const QByteArray name = header.name.toLower();
    const auto isPrintable = [](char c) { return (c >= ' ' && c < '\x7f') || c == '\t'; };
    if (!isToken(name))
        return u"is not a header's name"_s;
    if (isOneOf(name, framingHeaders))
        return u"is set by the gateway itself"_s;
    if (isOneOf(name, keyHeaders))
        return u"carries a key, whose place is apiKey: never a header"_s;
    if (!std::all_of(header.value.cbegin(), header.value.cend(), isPrintable) ||
        header.value.size() > longestHeader)
        return u"has a value with control or non-ASCII characters, or of more than 4096"_s;
    if (!findKeyShapes(header.value).isEmpty())
        return u"looks like a key, whose place is apiKey: never a header"_s;
    return {};
}

} // namespace

void checkApiKeys(const Provider &provider, Findings findings)
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < provider.apiKeys.size(); ++i) {
        const QString field = provider.apiKeys.size() == 1 ? u"apiKey"_s : u"apiKey/%1"_s.arg(i);
        const QString &text = provider.apiKeys[i];
        const KeyReference reference = readKeyReference(text);
        if (text.isEmpty())
            findings.error(field, u"is empty"_s);
        else if (text.startsWith("keychain:"_L1) && reference.kind == KeyReference::Invalid)
            findings.error(field,
                           u"must be keychain:provider@host, such as keychain:openai@api.openai.com"_s);
        else if (text.startsWith(u'$') && reference.kind == KeyReference::Invalid)
            findings.error(field, u"must be ${NAME}: letters, digits and _ within the braces"_s);
        else if (reference.kind == KeyReference::Invalid)
            findings.error(field,
                           u"holds a key itself, which no configuration may; "_s + wayOut(provider.id));
        else if (reference.kind == KeyReference::Keychain && reference.host != hostAndPort(provider.baseUrl))
            findings.warning(
                field, u"is a stored key for another host than baseUrl's, and is not sent there; `gatehoused "
                       "key set` stores one for the new host"_s);
        else if (seen.contains(text))
            findings.warning(field, u"is in the list already"_s);
        seen.insert(text);
    }
}

void checkHeaders(const QList<ExtraHeader> &headers, Findings findings)
{
    QSet<QByteArray> seen;
    for (const ExtraHeader &header : headers) {
        const QString field = pathTo({}, QString::fromUtf8(header.name)).mid(1);
        if (const QString problem = headerProblem(header); !problem.isEmpty())
            findings.error(field, problem);
        else if (header.value.contains("${"))
            findings.warning(field, u"is sent as it stands: variables are known in apiKey only"_s);
        if (seen.contains(header.name.toLower()))
            findings.error(field, u"is there twice: upper and lower case make no difference"_s);
        seen.insert(header.name.toLower());
    }
}

} // namespace gatehouse
