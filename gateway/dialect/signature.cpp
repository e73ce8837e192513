// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/signature.h"

#include <QString>

namespace gatehouse {
namespace {

constexpr QByteArrayView mark = "gatehouse.";
constexpr QByteArrayView markAsBytes = "Z2F0ZWhvdXNl"; // `gatehouse`; what follows shares digits with the dot
constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray originOf(QByteArrayView provider, QByteArrayView model)
{
    return provider.toByteArray() + '/' + model.toByteArray();
}

QByteArray wrapSignature(const Signature &signature)
{
    if (signature.value.isEmpty())
        return {};
    return mark.toByteArray() + signature.origin.toBase64(form) + '.' + signature.value;
}

QByteArray wrapSignatureAsBytes(const Signature &signature)
{
    return wrapSignature(signature).toBase64();
}

Signature unwrapSignature(QByteArrayView text)
{
    if (text.startsWith(markAsBytes)) {
        QByteArray standard = text.toByteArray();
        standard.replace('-', '+').replace('_', '/');
        const Signature inner = unwrapSignature(QByteArray::fromBase64(standard));
        return inner.origin.isEmpty() ? Signature{{}, text.toByteArray()} : inner;
    }
    if (text.startsWith(mark)) {
        const QByteArrayView rest = text.sliced(mark.size());
        const qsizetype dot = rest.indexOf('.');
        if (dot > 0) {
            const auto origin = QByteArray::fromBase64Encoding(
                rest.first(dot).toByteArray(), form | QByteArray::AbortOnBase64DecodingErrors);
            if (origin)
                return {*origin, rest.sliced(dot + 1).toByteArray()};
        }
    }
    return {{}, text.toByteArray()};
}

bool isWrapped(QByteArrayView text)
{
    return !unwrapSignature(text).origin.isEmpty();
}

} // namespace gatehouse
