// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/imported.h"

#include "gateway/import/import_text.h"
#include "gateway/import/secret_places.h"

#include <algorithm>

namespace gatehouse {
namespace {

constexpr qsizetype mostSentences = 500;
constexpr qsizetype longestSentence = 200;
constexpr qsizetype longestSearched = 4000;

//! \a text, cut. A field may be called by a key, if by mistake: a cut one would no longer be known as a key.
QString shortened(const QString &text)
{
    QString said = withoutKeyShapes(text.left(longestSearched));
    if (said.size() > longestSentence)
        said = said.left(longestSentence - 1) + u'…';
    return said;
}

} // namespace

void Imported::leave(const QString &sentence)
{
    if (left.size() >= mostSentences) {
        ++unsaid;
        return;
    }
    left.append(shortened(sentence));
}

void Imported::miss(const QString &variable, const QString &place)
{
    const bool isKnown = std::any_of(unset.cbegin(), unset.cend(),
                                     [&](const UnsetVariable &other) { return other.name == variable; });
    if (!isKnown && unset.size() < mostSentences)
        unset.append(
            {variable, shortened(ImportText::tr("%1: the value of %2 is not in the .env; set %2 where the "
                                                "gateway runs.")
                                     .arg(place, variable))});
}

} // namespace gatehouse
