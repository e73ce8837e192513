// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/formats.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Where a variable stands in a text. Offsets are bytes.
struct Place
{
    qsizetype start = 0; //!< of its line
    qsizetype begin = 0; //!< of the value
    qsizetype end = 0;   //!< behind the value
    qsizetype next = 0;  //!< where the line behind it starts
};

//! Whether nothing but a comment stands between \a at and the end of its line.
bool endsLine(const QByteArray &text, qsizetype at)
{
    while (at < text.size() && QByteArrayView(" \t\r").contains(text[at]))
        ++at;
    return at == text.size() || text[at] == '\n' || text[at] == '#';
}

//! The value that begins at \a begin: quoted, maybe over several lines, or bare up to a comment. Quotes that
//! something follows are part of a bare value, as readers have it.
qsizetype valueEnd(const QByteArray &text, qsizetype begin, qsizetype lineEnd)
{
    const char quote = begin < lineEnd ? text[begin] : '\n';
    if (quote == '"' || quote == '\'' || quote == '`') {
        qsizetype end = text.indexOf(quote, begin + 1);
        while (end > 0 && text[end - 1] == '\\')
            end = text.indexOf(quote, end + 1);
        if (end > 0 && endsLine(text, end + 1))
            return end + 1;
    }
    const qsizetype comment = text.indexOf('#', begin);
    qsizetype end = comment >= 0 && comment < lineEnd ? comment : lineEnd;
    while (end > begin && QByteArrayView(" \t\r").contains(text[end - 1]))
        --end;
    return end;
}

//! The last line that sets \a name: readers take that one.
std::optional<Place> find(const QByteArray &text, const QByteArray &name)
{
    static const QRegularExpression assignment(u"^[ \\t]*(?:export[ \\t]+)?([\\w.-]+)[ \\t]*=[ \\t]*"_s);
    std::optional<Place> found;
    for (qsizetype start = 0; start < text.size();) {
        qsizetype lineEnd = text.indexOf('\n', start);
        lineEnd = lineEnd < 0 ? text.size() : lineEnd;
        const QString line = QString::fromLatin1(text.mid(start, lineEnd - start)); // offsets stay bytes
        const auto match = assignment.match(line);
        qsizetype next = lineEnd;
        if (match.hasMatch()) {
            const qsizetype begin = start + match.capturedEnd();
            const qsizetype end = valueEnd(text, begin, lineEnd);
            next = text.indexOf('\n', end);
            next = next < 0 ? text.size() : next;
            if (match.captured(1).toLatin1() == name)
                found = Place{start, begin, end, std::min(next + 1, text.size())};
        }
        start = next + 1;
    }
    return found;
}

} // namespace

Result<FoundSetting> environmentSettingIn(const QByteArray &text, const QStringList &path)
{
    FoundSetting found;
    if (const std::optional<Place> place = find(text, path.value(0).toUtf8())) {
        found.value = text.mid(place->begin, place->end - place->begin);
        found.reached = 1;
    }
    return found;
}

Result<QByteArray> withEnvironmentSetting(const QByteArray &text, const Setting &setting)
{
    const QByteArray name = setting.path.value(0).toUtf8();
    const std::optional<Place> place = find(text, name);
    const QByteArray changed =
        place ? QByteArray(text).replace(place->begin, place->end - place->begin, setting.value)
              : withLinesAtEnd(text, name + '=' + setting.value + lineEndOf(text));
    // Where quotes do not match, a line that was part of a value may have become one of its own.
    const std::optional<Place> written = find(changed, name);
    if (written && changed.mid(written->begin, written->end - written->begin) == setting.value)
        return changed;
    return settingsRefused(
        QCoreApplication::translate("gatehouse::Connections", "%1 cannot be changed safely here")
            .arg(setting.path.value(0)),
        lineOf(text, place ? place->start : text.size()));
}

Result<QByteArray> withoutEnvironmentSetting(const QByteArray &text, const QStringList &path, qsizetype)
{
    const std::optional<Place> place = find(text, path.value(0).toUtf8());
    return place ? QByteArray(text).remove(place->start, place->next - place->start) : text;
}

} // namespace gatehouse
