// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"

#include <QStringView>

namespace gatehouse {

//! A provider that we know by name, from resources/providers.json.
struct Preset
{
    QString nameZh;           //!< its name in Chinese
    QString environment;      //!< the usual variable of its key, such as `OPENAI_API_KEY`; empty if none
    bool keyOptional = false; //!< it answers without a key too
    bool local = false;       //!< runs on this machine
    QString region;           //!< `global`, `cn` or `local`
    QString keyUrl;           //!< where a person gets a key; empty if nowhere
    QString modelsPath; //!< below the base URL with its version, such as `/models`; empty if it has no list
    QStringList exampleModels; //!< a few that it serves, for a start
    //! Everything a provider needs, with apiKeys = `${environment}` unless the key is optional, and with the
    //! example models unless they depend on what a person has set up (local, Azure). A part of the base URL's
    //! host in braces is to be replaced: `https://{resource}.openai.azure.com/openai/v1`.
    Provider provider;
};

//! All presets, in the order of the file. Read once, on first use.
const QList<Preset> &presets();
//! The preset of that id, or null.
const Preset *findPreset(QStringView id);

} // namespace gatehouse
