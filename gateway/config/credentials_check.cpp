// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/key_shapes.h"
#include "gateway/config/base_url.h"
#include "gateway/config/checks.h"
#include "gateway/config/json_text.h"
#include "gateway/config/key_reference.h"
#include "gateway/config/words.h"

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
    return ConfigWords::
        tr("store it with `gatehoused key set %1`, or move it into the keychain in the window, or name the "
           "environment variable that holds it: ${NAME}")
            .arg(isProviderId(id) ? id : u"PROVIDER"_s);
}

QString headerProblem(const ExtraHeader &header)
{
    const QByteArray name = header.name.toLower();
    const auto isPrintable = [](char c) { return (c >= ' ' && c < '\x7f') || c == '\t'; };
    if (!isToken(name))
        return ConfigWords::tr("is not a header's name");
    if (isOneOf(name, framingHeaders))
        return ConfigWords::tr("is set by the gateway itself");
    if (isOneOf(name, keyHeaders))
        return ConfigWords::tr("carries a key, whose place is apiKey: never a header");
    if (!std::all_of(header.value.cbegin(), header.value.cend(), isPrintable) ||
        header.value.size() > longestHeader)
        return ConfigWords::tr("has a value with control or non-ASCII characters, or of more than 4096");
    if (!findKeyShapes(header.value).isEmpty())
        return ConfigWords::tr("looks like a key, whose place is apiKey: never a header");
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
            findings.error(field, ConfigWords::tr("is empty"));
        else if (text.startsWith("keychain:"_L1) && reference.kind == KeyReference::Invalid)
            findings.error(
                field,
                ConfigWords::tr("must be keychain:provider@host, such as keychain:openai@api.openai.com"));
        else if (text.startsWith(u'$') && reference.kind == KeyReference::Invalid)
            findings.error(field,
                           ConfigWords::tr("must be ${NAME}: letters, digits and _ within the braces"));
        else if (reference.kind == KeyReference::Invalid)
            findings.error(field, ConfigWords::tr("holds a key itself, which no configuration may; ") +
                                      wayOut(provider.id));
        else if (reference.kind == KeyReference::Keychain && reference.host != hostAndPort(provider.baseUrl))
            findings.warning(
                field,
                ConfigWords::tr(
                    "is a stored key for another host than baseUrl's, and is not sent there; `gatehoused "
                    "key set` stores one for the new host"));
        else if (seen.contains(text))
            findings.warning(field, ConfigWords::tr("is in the list already"));
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
            findings.warning(field,
                             ConfigWords::tr("is sent as it stands: variables are known in apiKey only"));
        if (seen.contains(header.name.toLower()))
            findings.error(field, ConfigWords::tr("is there twice: upper and lower case make no difference"));
        seen.insert(header.name.toLower());
    }
}

} // namespace gatehouse
