// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_part.h"
#include "gateway/dialect/json_view.h"

#include <QByteArrayView>

namespace gatehouse {

//! The media that \a url stands for: inline bytes of a `data:` URL (RFC 2397; percent-encoded ones become
//! base64), else the http(s) URL itself. May borrow \a url's bytes. Errors: 400 invalid_image_url for another
//! scheme, or a `data:` URL without a media type or without bytes; \a param is the field that held it.
Result<Media> readMediaUrl(JsonView url, QByteArrayView param);

//! The media type that \a name stands for: `image/jpeg` where it is the `image/jpg` that no list has and many
//! programs write.
QByteArray mediaTypeNamed(const QByteArray &name);

//! \a media as one URL: as it is, or `data:<type>;base64,<bytes>`.
QByteArray mediaUrl(const Media &media);

//! Whether \a media is an image that every provider takes: jpeg, png, gif or webp; a URL counts as one.
bool isCommonImage(const Media &media);

} // namespace gatehouse
