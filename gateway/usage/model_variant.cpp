// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/model_variant.h"

#include <algorithm>

namespace gatehouse {
namespace {

// Words that tell models of one family apart, each with a price of its own.
constexpr QByteArrayView otherModels[] = {
    "air",   "airx",   "audio", "code",      "coder",  "codex", "distill",   "embedding", "fast",
    "flash", "free",   "hd",    "highspeed", "image",  "large", "lite",      "live",      "lightning",
    "max",   "medium", "micro", "mini",      "nano",   "plus",  "pro",       "realtime",  "research",
    "small", "tts",    "turbo", "ultra",     "vision", "vl",    "transcribe"};

bool isMark(char c)
{
    return c == '-' || c == ':' || c == '@';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! Whether \a word counts versions or sizes (`5`, `1.5`, `32k`, `120b`) instead of telling a date or a build.
bool isNumberOfModel(QByteArrayView word)
{
    const auto end = std::find_if_not(word.begin(), word.end(), isDigit);
    const auto digits = end - word.begin();
    return digits > 0 && (digits < 3 || end != word.end());
}

bool namesOtherModel(QByteArrayView word)
{
    return std::any_of(std::begin(otherModels), std::end(otherModels),
                       [&](QByteArrayView other) { return word.compare(other, Qt::CaseInsensitive) == 0; });
}

} // namespace

bool isVariantOfModel(QByteArrayView rest)
{
    if (rest.isEmpty())
        return true;
    if (!isMark(rest.front()))
        return false;
    bool isFirst = true;
    while (!rest.isEmpty()) {
        rest = rest.sliced(1);
        const auto end = std::find_if(rest.begin(), rest.end(), isMark);
        const QByteArrayView word = rest.first(end - rest.begin());
        // Behind the first word small numbers are months and days.
        if (namesOtherModel(word) || (isFirst && isNumberOfModel(word)))
            return false;
        rest = rest.sliced(word.size());
        isFirst = false;
    }
    return true;
}

} // namespace gatehouse
