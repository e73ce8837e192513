// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/json_text.h"

namespace gatehouse {

//! The text of a config.json that is to be changed.
struct ConfigText
{
    QByteArray text; //!< without a byte order mark
    JsonNode root;   //!< an object
    bool isMarked = false;

    //! \a changed as it goes into the file.
    QByteArray toFile(const QByteArray &changed) const;
};

//! An empty text begins as a minimal configuration; one that cannot be parsed is an error.
Result<ConfigText> openConfigText(QByteArrayView json);

//! Why a configuration cannot be changed.
Error configRefused(const QString &message);

} // namespace gatehouse
