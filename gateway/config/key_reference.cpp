// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/key_reference.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr auto keychainPrefix = "keychain:"_L1;
constexpr qsizetype longestId = 64;
constexpr qsizetype longestHost = 260;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isHostCharacter(QChar c)
{
    return isLower(c) || (c >= u'A' && c <= u'Z') || isDigit(c) || QStringView(u".-_:[]").contains(c);
}

//! `provider`, or `provider/n` for a further key of it.
bool isEntryOwner(QStringView owner)
{
    const qsizetype slash = owner.indexOf(u'/');
    if (slash < 0)
        return isProviderId(owner);
    const QStringView number = owner.sliced(slash + 1);
    return isProviderId(owner.first(slash)) && !number.isEmpty() && number.size() <= 3 &&
           std::all_of(number.cbegin(), number.cend(), isDigit);
}

KeyReference readEntry(const QString &entry)
{
    const qsizetype at = entry.lastIndexOf(u'@');
    if (at < 0 || !isEntryOwner(QStringView(entry).first(at)))
        return {};
    const QString host = entry.mid(at + 1);
    if (host.isEmpty() || host.size() > longestHost ||
        !std::all_of(host.cbegin(), host.cend(), isHostCharacter))
        return {};
    return {KeyReference::Keychain, entry, host.toLower()};
}

} // namespace

KeyReference readKeyReference(const QString &text)
{
    if (text.startsWith(keychainPrefix))
        return readEntry(text.mid(keychainPrefix.size()));
    if (text.startsWith("${"_L1) && text.endsWith(u'}')) {
        const QString name = text.mid(2, text.size() - 3);
        if (isVariableName(name))
            return {KeyReference::Variable, name};
    }
    return {};
}

bool isVariableName(QStringView name)
{
    return !name.isEmpty() && !isDigit(name.front()) && std::all_of(name.cbegin(), name.cend(), [](QChar c) {
        return isLower(c) || (c >= u'A' && c <= u'Z') || isDigit(c) || c == u'_';
    });
}

bool isProviderId(QStringView id)
{
    return !id.isEmpty() && id.size() <= longestId && id != u"." && id != u".." &&
           std::all_of(id.cbegin(), id.cend(), [](QChar c) {
               return isLower(c) || isDigit(c) || c == u'.' || c == u'_' || c == u'-';
           });
}

} // namespace gatehouse
