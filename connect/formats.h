// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/settings_text.h"

namespace gatehouse {

// What settings_text.h asks of each format. Texts are UTF-8 without a byte order mark.

Result<FoundSetting> jsonSettingIn(const QByteArray &text, const QStringList &path);
Result<QByteArray> withJsonSetting(const QByteArray &text, const Setting &setting);
Result<QByteArray> withoutJsonSetting(const QByteArray &text, const QStringList &path, qsizetype kept);

Result<FoundSetting> tomlSettingIn(const QByteArray &text, const QStringList &path);
Result<QByteArray> withTomlSetting(const QByteArray &text, const Setting &setting);
Result<QByteArray> withoutTomlSetting(const QByteArray &text, const QStringList &path, qsizetype kept);

Result<FoundSetting> yamlSettingIn(const QByteArray &text, const QStringList &path);
Result<QByteArray> withYamlSetting(const QByteArray &text, const Setting &setting);
Result<QByteArray> withoutYamlSetting(const QByteArray &text, const QStringList &path, qsizetype kept);

Result<FoundSetting> environmentSettingIn(const QByteArray &text, const QStringList &path);
Result<QByteArray> withEnvironmentSetting(const QByteArray &text, const Setting &setting);
Result<QByteArray> withoutEnvironmentSetting(const QByteArray &text, const QStringList &path, qsizetype kept);

//! Why a file of settings cannot be changed; \a line is counted from 1, 0 where there is none to name.
Error settingsRefused(const QString &message, qsizetype line = 0);

//! The line, from 1, of the byte at \a offset.
qsizetype lineOf(QByteArrayView text, qsizetype offset);

//! What ends the lines of \a text: `\r\n` where its first one ends so, else `\n`.
QByteArray lineEndOf(QByteArrayView text);

//! \a text with \a lines (each with its line end) behind it, on lines of their own; where \a text ends
//! without a line end, so does the result.
QByteArray withLinesAtEnd(const QByteArray &text, QByteArray lines);

} // namespace gatehouse
