// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/request_parser.h"

#include "gateway/base/ascii_case.h"
#include "gateway/http/body_buffer.h"
#include "gateway/http/target.h"

#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;

QByteArrayView view(beast::string_view text)
{
    return QByteArrayView(text.data(), qsizetype(text.size()));
}

//! Digits alone: Beast takes lists of equal numbers too.
bool isLength(QByteArrayView value)
{
    return !value.isEmpty() && value.size() <= 19 &&
           std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
           value.toULongLong() <= quint64(std::numeric_limits<qint64>::max());
}

//! Writes what Beast finds straight to an Incoming, and refuses what Beast lets pass.
class Parser final : public http::basic_parser<true>
{
public:
    Parser(Incoming &request, Framing &found)
        : in(&request)
        , framing(&found)
    {
        header_limit(std::numeric_limits<std::uint32_t>::max()); // HeadScan has the limits
        body_limit(boost::none);
        eager(false);
    }

    Incoming *in;     //!< null once the head is parsed
    Framing *framing; //!< likewise
    QByteArray *body = nullptr;
    qint64 maxBodyBytes = 0;
    std::uint64_t chunkLeft = 0;  //!< data that the chunk has still to bring
    std::optional<Error> problem; //!< better than Beast's own
    bool hasHost = false;
    bool hasLength = false;

private:
    void refuse(const QString &reason, beast::error_code &ec)
    {
        problem = malformed(reason);
        ec = http::error::bad_field;
    }

    void once(bool &seen, const QString &name, beast::error_code &ec)
    {
        if (seen)
            refuse(name + u" is there twice."_s, ec);
        seen = true;
    }

    void on_request_impl(http::verb verb, beast::string_view method, beast::string_view target, int version,
                         beast::error_code &) override
    {
        in->method = view(method);
        in->target = view(target);
        framing->isHead = verb == http::verb::head;
        framing->http10 = version == 10;
    }

    void on_field_impl(http::field field, beast::string_view name, beast::string_view text,
                       beast::error_code &ec) override
    {
        if (!in)
            return; // a trailer: checked by Beast, used by nobody
        const QByteArrayView value = view(text);
        in->headers.append({view(name), value});
        switch (field) {
        case http::field::host:
            once(hasHost, u"Host"_s, ec);
            framing->host = value;
            break;
        case http::field::content_length:
            once(hasLength, u"Content-Length"_s, ec);
            if (!isLength(value))
                return refuse(u"Content-Length is not a number."_s, ec);
            framing->contentLength = value.toLongLong();
            break;
        case http::field::transfer_encoding:
            if (!sameText(value, "chunked") || framing->http10)
                return refuse(u"Transfer-Encoding can only be chunked."_s, ec);
            framing->chunked = true;
            break;
        case http::field::upgrade:
            return refuse(u"Upgrade is not supported."_s, ec);
        case http::field::expect:
            framing->expectsContinue = !framing->http10 && sameText(value, "100-continue");
            break;
        case http::field::origin:
            if (!framing->origin.isNull())
                return refuse(u"Origin is there twice."_s, ec);
            framing->origin = value.isEmpty() ? QByteArrayView("") : value;
            break;
        default:
            if (sameText(in->headers.last().name, "sec-fetch-site")) {
                if (!framing->fetchSite.isNull())
                    return refuse(u"Sec-Fetch-Site is there twice."_s, ec);
                framing->fetchSite = value;
            }
        }
    }

    std::size_t on_chunk_body_impl(std::uint64_t left, beast::string_view bytes, beast::error_code &) override
    {
        chunkLeft = left - bytes.size();
        reserveBody(*body, qsizetype(bytes.size()), -1);
        body->append(view(bytes));
        return bytes.size();
    }

    void on_chunk_header_impl(std::uint64_t size, beast::string_view, beast::error_code &ec) override
    {
        if (size > quint64(std::max<qint64>(0, maxBodyBytes - body->size()))) {
            problem = bodyTooLarge(maxBodyBytes);
            ec = http::error::body_limit;
        }
        chunkLeft = size;
    }

    void on_response_impl(int, beast::string_view, int, beast::error_code &) override {}
    void on_header_impl(beast::error_code &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, beast::error_code &) override {}
    std::size_t on_body_impl(beast::string_view bytes, beast::error_code &) override { return bytes.size(); }
    void on_finish_impl(beast::error_code &) override {}
};

//! Why Beast refused a request line's version: another one than 1.0 or 1.1, or none at all.
Error badVersion(QByteArrayView head)
{
    const QByteArrayView line = head.first(head.indexOf('\r'));
    const QByteArrayView version = line.sliced(line.lastIndexOf(' ') + 1);
    const auto digit = [&](qsizetype at) { return version[at] >= '0' && version[at] <= '9'; };
    if (version == "HTTP/1.1" || version == "HTTP/1.0") // Beast takes the second word for it
        return malformed(u"the request line has a space too many."_s);
    if (version.size() == 8 && version.startsWith("HTTP/") && digit(5) && version[6] == '.' && digit(7)) {
        return {505, "invalid_request_error", "http_version",
                u"Only HTTP/1.1 and HTTP/1.0 are spoken here."_s};
    }
    return malformed(u"the request line has no version."_s);
}

QString reason(const beast::error_code &ec)
{
    return QString::fromStdString(ec.message()) + u'.';
}

} // namespace

struct RequestParser::Private
{
    std::optional<Parser> parser;
};

RequestParser::RequestParser()
    : d(std::make_unique<Private>())
{
}
RequestParser::~RequestParser() = default;

Result<Framing> RequestParser::head(QByteArrayView head, Incoming &in)
{
    Framing framing;
    Parser &parser = d->parser.emplace(in, framing);
    beast::error_code ec;
    parser.put({head.data(), size_t(head.size())}, ec);
    if (parser.problem)
        return *parser.problem;
    if (ec == http::error::bad_version)
        return badVersion(head);
    if (ec)
        return malformed(reason(ec));
    if (!parser.is_header_done())
        return malformed(u"the head is incomplete."_s);
    if (!parser.hasHost)
        return malformed(u"Host is missing."_s);
    if (framing.chunked && parser.hasLength)
        return malformed(u"Content-Length stands beside Transfer-Encoding."_s);
    framing.keepAlive = parser.keep_alive();
    parser.in = nullptr;
    parser.framing = nullptr;
    parser.eager(true);
    return framing;
}

Result<qsizetype> RequestParser::chunks(QByteArrayView raw, QByteArray &body, qint64 maxBodyBytes)
{
    Parser &parser = *d->parser;
    qsizetype used = 0;
    // Beast takes it for granted that a last chunk comes with the whole of its end: 5 bytes at least.
    if (raw.size() >= 5 || parser.chunkLeft > 0 || !raw.startsWith('0')) {
        parser.body = &body;
        parser.maxBodyBytes = maxBodyBytes;
        beast::error_code ec;
        used = qsizetype(parser.put({raw.data(), size_t(raw.size())}, ec));
        parser.body = nullptr;
        if (parser.problem)
            return *parser.problem;
        if (ec && ec != http::error::need_more)
            return malformed(reason(ec));
    }
    const QByteArrayView unused = raw.sliced(used);
    if (parser.is_done() || parser.chunkLeft > 0)
        return used;
    // Beast waits for CR LF and would wait for ever behind a bare LF.
    const qsizetype feed = unused.indexOf('\n');
    if (unused.size() > maxUnused || feed == 0 || (feed > 0 && unused[feed - 1] != '\r'))
        return malformed(u"a chunk is not framed rightly."_s);
    return used;
}

bool RequestParser::chunksEnded() const
{
    return d->parser->is_done();
}

} // namespace gatehouse
