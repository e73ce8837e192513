// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/curl_handle.h"

#include <cstdio>

namespace gatehouse {
namespace {

// A body up to the first size leaves together with the header, in one packet, when libcurl has it in one
// piece: worth gathering pieces up to the second size.
constexpr qint64 maxWithHeader = qint64(64) * 1024;
constexpr qint64 maxGathered = qint64(16) * 1024;

//! Read as OpenSSL, Python and Go do: for networks with an authority of their own.
QByteArray caFile()
{
    return qgetenv("SSL_CERT_FILE");
}

} // namespace

CurlHandle::CurlHandle(CURLSH *share)
    : m_easy(curl_easy_init())
{
    Q_CHECK_PTR(m_easy);
    setConstants(share);
}

CurlHandle::~CurlHandle()
{
    curl_easy_cleanup(m_easy);
}

CurlHandle &CurlHandle::of(CURL *easy)
{
    CurlHandle *self = nullptr;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &self);
    return *self;
}

void CurlHandle::setConstants(CURLSH *share)
{
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_easy, option, value); };
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_SHARE, share);
    set(CURLOPT_ERRORBUFFER, m_errorText);
    set(CURLOPT_NOSIGNAL, 1L);
#if LIBCURL_VERSION_NUM >= 0x075700
    set(CURLOPT_QUICK_EXIT, 1L); // cancelling must not wait for a name look-up
#endif

    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_PROXY_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (const QByteArray file = caFile(); !file.isEmpty())
        set(CURLOPT_CAINFO, file.constData());
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_2TLS));
    set(CURLOPT_HTTP09_ALLOWED, 0L);
    set(CURLOPT_NETRC, long(CURL_NETRC_IGNORED));
    // Nothing compressed: answers are small or come event by event, and a bomb cannot hide in them. What
    // comes compressed all the same is decoded, within the bounds that ReplyHeadReader sets.
    set(CURLOPT_ACCEPT_ENCODING, "identity");

    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_HEADEROPT, long(CURLHEADER_SEPARATE)); // a proxy sees no key
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_MAXAGE_CONN, 55L); // load balancers like to drop an idle connection after a minute
    set(CURLOPT_CONNECTTIMEOUT, 24L * 60 * 60); // CurlAttempt has its own, finer one

    set(CURLOPT_PREREQFUNCTION, &CurlHandle::onPrereq);
    set(CURLOPT_PREREQDATA, this);
    set(CURLOPT_HEADERFUNCTION, &CurlHandle::onHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &CurlHandle::onWrite);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_READFUNCTION, &CurlHandle::onRead);
    set(CURLOPT_READDATA, this);
    set(CURLOPT_SEEKFUNCTION, &CurlHandle::onSeek);
    set(CURLOPT_SEEKDATA, this);
}

bool CurlHandle::prepare(const Outgoing &outgoing, std::shared_ptr<CURLU> url, const Proxy &proxy,
                         WireListener &listener)
{
    if (!m_headers.assign(outgoing))
        return false;
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers.list());
    m_listener = &listener;
    m_errorText[0] = '\0';
    curl_easy_setopt(m_easy, CURLOPT_CURLU, url.get());
    m_url = std::move(url);
    setProxy(proxy);
    setMethod(outgoing);
    return true;
}

void CurlHandle::setProxy(const Proxy &proxy)
{
    if (proxy == m_proxy)
        return;
    m_proxy = proxy;
    curl_easy_setopt(m_easy, CURLOPT_PROXY, m_proxy.url.isNull() ? "" : m_proxy.url.constData());
}

void CurlHandle::setMethod(const Outgoing &outgoing)
{
    const QByteArray &method = outgoing.method;
    const qint64 size = outgoing.bodySize();
    QByteArray implied = "GET";
    if (method == "HEAD") {
        curl_easy_setopt(m_easy, CURLOPT_NOBODY, 1L);
        implied = method;
    } else if (size > 0 || method == "POST" || method == "PUT" || method == "PATCH") {
        curl_easy_setopt(m_easy, CURLOPT_POST, 1L);
        implied = "POST";
        setBody(outgoing, size);
    } else {
        curl_easy_setopt(m_easy, CURLOPT_HTTPGET, 1L);
    }
    const QByteArray custom = method == implied ? QByteArray() : method;
    if (custom != m_customMethod) {
        m_customMethod = custom;
        curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, custom.isEmpty() ? nullptr : custom.constData());
    }
}

void CurlHandle::setBody(const Outgoing &outgoing, qint64 size)
{
    const char *whole = nullptr; // null: libcurl asks for it bit by bit
    if (size == 0) {
        whole = "";
    } else if (outgoing.body.size() == 1 && size <= maxWithHeader) {
        whole = outgoing.body.front().data();
    } else if (size <= maxGathered) {
        m_gathered.resize(0);
        for (QByteArrayView view : outgoing.body)
            m_gathered.append(view);
        whole = m_gathered.constData();
    }
    curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, whole);
    curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(size));
    m_body = BodyReader(std::span(outgoing.body.constData(), size_t(outgoing.body.size())));
}

int CurlHandle::onPrereq(CurlHandle *self, char *, char *, int, int)
{
    return self->m_listener->onReadyToSend() == WireListener::Go ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

size_t CurlHandle::onHeader(char *bytes, size_t size, size_t count, CurlHandle *self)
{
    const QByteArrayView line(bytes, qsizetype(size * count));
    return self->m_listener->onHeaderLine(line) == WireListener::Go ? size * count : 0;
}

size_t CurlHandle::onWrite(char *bytes, size_t size, size_t count, CurlHandle *self)
{
    switch (self->m_listener->onBodyBytes({bytes, qsizetype(size * count)})) {
    case WireListener::Go:
        return size * count;
    case WireListener::Pause:
        return CURL_WRITEFUNC_PAUSE;
    case WireListener::Abort:
        break;
    }
    return CURL_WRITEFUNC_ERROR;
}

size_t CurlHandle::onRead(char *to, size_t size, size_t count, CurlHandle *self)
{
    self->m_listener->onSending();
    return size_t(self->m_body.read(to, qsizetype(size) * qsizetype(count)));
}

int CurlHandle::onSeek(CurlHandle *self, curl_off_t offset, int origin)
{
    return origin == SEEK_SET && self->m_body.seek(offset) ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
}

} // namespace gatehouse
