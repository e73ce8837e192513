// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/thoughts.h"

namespace gatehouse::anthropic {
namespace {

constexpr QByteArrayView omittedMark = "omitted:"; // no signature holds a colon: they are base64

} // namespace

QByteArray keptSignature(const QByteArray &signature, bool hasText)
{
    return hasText || signature.isEmpty() ? signature : QByteArray(omittedMark.toByteArray() + signature);
}

QByteArray sentSignature(const QByteArray &kept)
{
    return kept.startsWith(omittedMark) ? kept.sliced(omittedMark.size()) : kept;
}

bool isOwn(const ReasoningPart &reasoning, const QByteArray &origin)
{
    const Signature &signature = reasoning.signature;
    const bool whole =
        reasoning.redacted || !reasoning.text.isEmpty() || signature.value.startsWith(omittedMark);
    return whole && !signature.value.isEmpty() && signature.origin == origin;
}

} // namespace gatehouse::anthropic
