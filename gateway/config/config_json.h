// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/config/config_check.h"

#include <QByteArrayView>

namespace gatehouse {

//! What was read from a configuration file. The config is usable only when no problem is an error.
struct ConfigReading
{
    Config config;
    QList<Problem> problems; //!< all of them, in the order of the file

    bool valid() const;
};

//! Reads and checks `config.json`; comments and trailing commas are allowed. Finds every problem at
//! once: syntax (with line and column), doubled keys, wrong types, unknown fields (a warning), and
//! what check() says. At most 1 MiB, 32 levels and 1,000 entries in a list.
ConfigReading readConfig(QByteArrayView json);

//! Whether \a problem is that of a field which the reading knows nothing of.
bool isUnknownField(const Problem &problem);

} // namespace gatehouse
