// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/setting.h"
#include "gateway/base/result.h"

#include <optional>

namespace gatehouse {

// Changes to a file of settings that keep everything else in it byte for byte: comments, order, layout, line
// endings, a byte order mark. Errors: a text that is not well-formed, or laid out in a way that cannot be
// changed safely, with its line.

//! What a text says of one setting.
struct FoundSetting
{
    std::optional<QByteArray> value = {}; //!< as it stands there; none: it does not
    qsizetype reached = 0;                //!< how many names of the path are there
};

Result<FoundSetting> settingIn(SettingsFormat format, const QByteArray &text, const QStringList &path);

//! \a text with \a setting, in place of what stood there or behind its neighbours.
Result<QByteArray> withSetting(SettingsFormat format, const QByteArray &text, const Setting &setting);

//! \a text without it, and without what it leaves empty below the first \a kept names of the path.
Result<QByteArray> withoutSetting(SettingsFormat format, const QByteArray &text, const QStringList &path,
                                  qsizetype kept);

//! Whether \a text says nothing at all: not even a comment.
bool saysNothing(SettingsFormat format, const QByteArray &text);

} // namespace gatehouse
