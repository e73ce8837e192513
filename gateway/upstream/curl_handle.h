// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/body_reader.h"
#include "gateway/upstream/curl_header_list.h"
#include "gateway/upstream/proxy.h"
#include "gateway/upstream/wire_listener.h"

#include <curl/curl.h>

#include <memory>

namespace gatehouse {

//! One of libcurl's easy handles. What all requests have in common is set once, what two requests to one
//! provider have in common stays: setting up a handle costs as much as a small request.
class CurlHandle final
{
public:
    //! \a share: what handles have in common, may be null.
    explicit CurlHandle(CURLSH *share);
    ~CurlHandle();
    CurlHandle(const CurlHandle &) = delete;
    CurlHandle &operator=(const CurlHandle &) = delete;

    //! Gets ready to send \a outgoing to \a url, which is what Outgoing::url says. \a outgoing must stay
    //! where it is until the request is over. False: a header line holds a line break.
    bool prepare(const Outgoing &outgoing, std::shared_ptr<CURLU> url, const Proxy &proxy,
                 WireListener &listener);

    CURL *easy() const { return m_easy; }
    //! libcurl's own words on what went wrong; may be empty.
    const char *errorText() const { return m_errorText; }
    const Proxy &proxy() const { return m_proxy; }

    //! The handle that libcurl's \a easy belongs to.
    static CurlHandle &of(CURL *easy);
    WireListener &listener() const { return *m_listener; }

private:
    void setConstants(CURLSH *share);
    void setProxy(const Proxy &proxy);
    void setMethod(const Outgoing &outgoing);
    void setBody(const Outgoing &outgoing, qint64 size);

    static int onPrereq(CurlHandle *self, char *, char *, int, int);
    static size_t onHeader(char *bytes, size_t size, size_t count, CurlHandle *self);
    static size_t onWrite(char *bytes, size_t size, size_t count, CurlHandle *self);
    static size_t onRead(char *to, size_t size, size_t count, CurlHandle *self);
    static int onSeek(CurlHandle *self, curl_off_t offset, int origin);

    CURL *m_easy;
    WireListener *m_listener = nullptr;
    std::shared_ptr<CURLU> m_url;
    Proxy m_proxy;
    QByteArray m_customMethod;
    QByteArray m_gathered; //!< a small body's pieces
    BodyReader m_body;
    CurlHeaderList m_headers;
    char m_errorText[CURL_ERROR_SIZE] = {};
};

} // namespace gatehouse
