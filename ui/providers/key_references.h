// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <QString>
#include <QStringList>

namespace gatehouse {

class Environment;

// Where a provider's key comes from: references such as `${OPENAI_API_KEY}` and
// `keychain:openai@api.openai.com`, never a key itself.

//! The variable that holds the key of \a provider unless something else is said: its preset's, else one named
//! after the id, such as `MY_SERVER_API_KEY`; empty if its preset has none.
QString usualVariable(const Provider &provider);

//! Whether \a provider may well answer without a key: its preset says so, or it is nearby and has no preset.
bool isKeyOptional(const Provider &provider);

//! What `apiKey` is where nobody chose anything: the usual variable, or nothing where the key is optional and
//! the variable is not set.
QStringList usualKeys(const Provider &provider, const Environment &environment);

//! The keychain entry that \a reference names, if it is one for the provider's own host; else empty.
QString ownEntry(const Provider &provider, const QString &reference);
//! All entries of that kind.
QStringList ownEntries(const Provider &provider);
//! Whether a provider of \a config other than the one called \a id refers to \a entry.
bool isUsedElsewhere(const Config &config, const QString &id, const QString &entry);
//! The name under which a new key of \a provider is to be kept: `id@host[:port]`, or `id/2@…` where that one
//! is another's. \a id: what \a config calls the provider.
QString freeEntry(const Provider &provider, const Config &config, const QString &id);

//! Why \a typed cannot be a key, as a sentence; empty if it can.
QString typedKeyProblem(const QString &typed);

} // namespace gatehouse
