// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/data_uri.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr QByteArrayView scheme = "data:";
constexpr QByteArrayView commonImages[] = {"image/jpeg", "image/png", "image/gif", "image/webp"};

bool startsWith(QByteArrayView text, QByteArrayView prefix)
{
    return text.size() >= prefix.size() &&
           text.first(prefix.size()).compare(prefix, Qt::CaseInsensitive) == 0;
}

Error invalidUrl(QByteArrayView param, QLatin1StringView what)
{
    return {400, "invalid_request_error", "invalid_image_url",
            u"The URL in '%1' %2."_s.arg(QString::fromUtf8(param), what), param.toByteArray()};
}

//! A piece of the text of \a json, which borrows only where the text itself does.
QByteArray piece(QByteArrayView bytes, JsonView json)
{
    return json.raw().contains('\\') ? bytes.toByteArray()
                                     : QByteArray::fromRawData(bytes.data(), bytes.size());
}

} // namespace

Result<Media> readMediaUrl(JsonView json, QByteArrayView param)
{
    const QByteArray text = json.text();
    const QByteArrayView url = text;
    if (startsWith(url, "https://") || startsWith(url, "http://"))
        return Media{{}, {}, piece(url, json)};
    if (!startsWith(url, scheme))
        return invalidUrl(param, "is neither a data: nor an http(s) URL"_L1);
    const qsizetype comma = url.indexOf(',');
    if (comma < 0)
        return invalidUrl(param, "holds no data"_L1);
    const QByteArrayView head = url.first(comma).sliced(scheme.size());
    const QByteArrayView bytes = url.sliced(comma + 1);
    const qsizetype semicolon = head.indexOf(';');
    const QByteArrayView type = (semicolon < 0 ? head : head.first(semicolon)).trimmed();
    if (!type.contains('/'))
        return invalidUrl(param, "does not say what kind of data it holds"_L1);
    if (bytes.isEmpty())
        return invalidUrl(param, "holds no data"_L1);
    const QByteArray mediaType = mediaTypeNamed(type.toByteArray().toLower());
    constexpr QByteArrayView encoding = ";base64";
    if (head.size() >= encoding.size() &&
        head.last(encoding.size()).compare(encoding, Qt::CaseInsensitive) == 0)
        return Media{mediaType, piece(bytes, json), {}};
    return Media{mediaType, QByteArray::fromPercentEncoding(bytes.toByteArray()).toBase64(), {}};
}

QByteArray mediaTypeNamed(const QByteArray &name)
{
    return name == "image/jpg" ? QByteArray("image/jpeg") : name;
}

QByteArray mediaUrl(const Media &media)
{
    if (media.base64.isEmpty())
        return media.url;
    QByteArray url;
    url.reserve(media.base64.size() + media.mediaType.size() + 16);
    url.append(scheme).append(media.mediaType).append(";base64,").append(media.base64);
    return url;
}

bool isCommonImage(const Media &media)
{
    return media.base64.isEmpty() || std::find(std::begin(commonImages), std::end(commonImages),
                                               media.mediaType) != std::end(commonImages);
}

} // namespace gatehouse
