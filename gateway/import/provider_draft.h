// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/presets.h"
#include "gateway/import/imported.h"

namespace gatehouse {

class Environment;

// What the readers of other formats need to make a provider of ours.

//! An id after \a name that none of \a taken has: lower case, `-` for what no id may hold.
QString providerIdFor(const QString &name, const QList<Provider> &taken);

//! Gives \a provider the preset and the dialect of the service that its base URL leads to, if that is one we
//! know (local ones are not known by their address), else leaves it to speak OpenAI's. Paths that the dialect
//! adds by itself, such as `/chat/completions`, are cut off.
void adoptService(Provider &provider);

//! \a provider speaks as \a preset does.
void adoptPreset(Provider &provider, const Preset &preset);

//! `keychain:ID[/N]@HOST` for key \a index, from 0; empty if the provider has no host or no valid id.
QString referenceFor(const Provider &provider, int index);

//! Gives \a provider, whose id and base URL are set, one more key: \a value is a key, or `${NAME}`. A key,
//! and the value that \a environment has for NAME, are to go into the keychain; a NAME without value stays a
//! reference. \a place is said in Imported::left where something is amiss.
void addKey(Imported &imported, Provider &provider, const QString &value, const Environment &environment,
            const QString &place);

//! Gives \a provider the header, unless it may hold a secret or could not be sent: then Imported::left says
//! so.
void addHeader(Imported &imported, Provider &provider, const ExtraHeader &header, const QString &place);

//! \a url without credentials; Imported::left says so where there were any.
QString plainUrl(Imported &imported, const QString &url, const QString &place);

} // namespace gatehouse
