// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"

#include <QStringView>

namespace gatehouse {

//! A provider that we know by name, from resources/providers.json.
struct Preset
{
    QString nameZh;      //!< its name in Chinese
    QString environment; //!< the usual variable of its key, such as `OPENAI_API_KEY`; empty if none
    bool keyOptional = false;
    bool local = false; //!< runs on this machine
    QString region;     //!< `global`, `cn` or `local`
    QString keyUrl;     //!< where a person gets a key
    QString modelsPath; //!< below the base URL, such as `/models`
    QStringList exampleModels;
    Provider provider; //!< everything a provider needs, with apiKeys = `${environment}`
};

//! All presets, in the order of the file. Read once, on first use.
const QList<Preset> &presets();
//! The preset of that id, or null.
const Preset *findPreset(QStringView id);

} // namespace gatehouse
