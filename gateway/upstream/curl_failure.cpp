// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/curl_failure.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype maxReason = 200;

bool isTls(CURLcode code)
{
    switch (code) {
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_SSL_ENGINE_SETFAILED:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_SHUTDOWN_FAILED:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CLIENTCERT:
        return true;
    default:
        return false;
    }
}

} // namespace

TransferEnd::Kind kindOf(CURLcode code, bool sent)
{
    if (isTls(code))
        return TransferEnd::Tls;
    return sent ? TransferEnd::Broken : TransferEnd::Unreachable;
}

TransferEnd::Cause causeOf(CURLcode code, const Proxy &proxy)
{
    if (!proxy.name.isEmpty()) // the way beyond it is its own affair
        return TransferEnd::Proxy;
    return code == CURLE_COULDNT_RESOLVE_HOST ? TransferEnd::Name : TransferEnd::Other;
}

QString reasonOf(CURLcode code, const char *text, const Proxy &proxy)
{
    QString reason =
        QString::fromUtf8(text && *text ? text : curl_easy_strerror(code)).left(maxReason).trimmed();
    std::replace_if(
        reason.begin(), reason.end(), [](QChar c) { return !c.isPrint(); }, u'?');
    if (!proxy.name.isEmpty())
        reason = u"through the proxy "_s + proxy.name + u": "_s + reason;
    return reason;
}

bool madeConnection(CURL *easy)
{
    long made = 0;
    curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &made);
    return made > 0;
}

qint64 bytesSent(CURL *easy)
{
    curl_off_t bytes = 0;
    curl_easy_getinfo(easy, CURLINFO_SIZE_UPLOAD_T, &bytes);
    return bytes;
}

} // namespace gatehouse
