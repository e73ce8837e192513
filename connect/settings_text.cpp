// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/settings_text.h"

#include "connect/formats.h"

#include <QCoreApplication>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

struct Format
{
    Result<FoundSetting> (*find)(const QByteArray &, const QStringList &);
    Result<QByteArray> (*with)(const QByteArray &, const Setting &);
    Result<QByteArray> (*without)(const QByteArray &, const QStringList &, qsizetype);
};

const Format &of(SettingsFormat format)
{
    static const Format formats[] = {
        {jsonSettingIn, withJsonSetting, withoutJsonSetting},
        {tomlSettingIn, withTomlSetting, withoutTomlSetting},
        {yamlSettingIn, withYamlSetting, withoutYamlSetting},
        {environmentSettingIn, withEnvironmentSetting, withoutEnvironmentSetting},
    };
    return formats[int(format)];
}

constexpr QByteArrayView mark = "\xef\xbb\xbf";

//! Calls \a change with \a text but its byte order mark, which is put back.
template<typename Change>
Result<QByteArray> changed(const QByteArray &text, Change &&change)
{
    const bool marked = text.startsWith(mark);
    return change(marked ? text.mid(mark.size()) : text)
        .andThen([&](const QByteArray &result) -> Result<QByteArray> {
            return marked ? mark.toByteArray() + result : result;
        });
}

Result<QByteArray> checked(const QByteArray &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(text);
    if (decoder.hasError())
        return settingsRefused(
            QCoreApplication::translate("gatehouse::Connections", "the file is not UTF-8 text"));
    if (decoded.contains(QChar()))
        return settingsRefused(
            QCoreApplication::translate("gatehouse::Connections", "the file holds a NUL character"));
    return text;
}

} // namespace

Result<FoundSetting> settingIn(SettingsFormat format, const QByteArray &text, const QStringList &path)
{
    return checked(text).andThen([&](const QByteArray &) {
        return of(format).find(text.startsWith(mark) ? text.mid(mark.size()) : text, path);
    });
}

Result<QByteArray> withSetting(SettingsFormat format, const QByteArray &text, const Setting &setting)
{
    return checked(text).andThen([&](const QByteArray &) {
        return changed(text, [&](const QByteArray &bare) { return of(format).with(bare, setting); });
    });
}

Result<QByteArray> withoutSetting(SettingsFormat format, const QByteArray &text, const QStringList &path,
                                  qsizetype kept)
{
    return checked(text).andThen([&](const QByteArray &) {
        return changed(text, [&](const QByteArray &bare) { return of(format).without(bare, path, kept); });
    });
}

bool saysNothing(SettingsFormat format, const QByteArray &text)
{
    QByteArray rest = text.startsWith(mark) ? text.mid(mark.size()) : text;
    rest = rest.simplified().replace(" ", "");
    return rest.isEmpty() || (format == SettingsFormat::Json && rest == "{}");
}

Error settingsRefused(const QString &message, qsizetype line)
{
    Error error;
    error.message =
        line > 0 ? QCoreApplication::translate("gatehouse::Connections", "line %1: %2").arg(line).arg(message)
                 : message;
    return error;
}

qsizetype lineOf(QByteArrayView text, qsizetype offset)
{
    return text.first(std::min(offset, text.size())).count('\n') + 1;
}

QByteArray lineEndOf(QByteArrayView text)
{
    const qsizetype end = text.indexOf('\n');
    return end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

QByteArray withLinesAtEnd(const QByteArray &text, QByteArray lines)
{
    const QByteArray end = lineEndOf(text);
    if (text.isEmpty() || text.endsWith('\n'))
        return text + lines;
    if (lines.endsWith(end))
        lines.chop(end.size());
    return text + end + lines;
}

} // namespace gatehouse
