// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

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
//! what check() says. At most 1 MiB.
ConfigReading readConfig(QByteArrayView json);

//! Problems between and within values, whoever made them (a file or the window): ids, URLs,
//! references, literal keys, duplicates, header bytes, a listener beyond loopback without clients.
QList<Problem> check(const Config &config);

} // namespace gatehouse
