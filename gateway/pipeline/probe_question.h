// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/snapshot.h"
#include "gateway/upstream/transfer.h"

namespace gatehouse {

//! The path of the list of models, below the base URL; empty where the provider has none.
QByteArray modelsPath(const Provider &provider);

//! Asks \a provider for its list of models, with key number \a key (−1: it needs none).
Outgoing modelsQuestion(const ProviderEntry &provider, int key);
//! The same for one page of a long list, in the dialect's own way. \a after: ModelPage::next of the page
//! before; empty for the first.
Outgoing modelsPageQuestion(const ProviderEntry &provider, int key, const QByteArray &after);

//! How a chat request says how long the answer may be. OpenAI's newer models refuse the older name.
enum class TokenLimit { MaxTokens, MaxCompletionTokens };

//! The shortest chat request of the provider's dialect, for one token.
Outgoing tokenQuestion(const ProviderEntry &provider, int key, const QString &model, TokenLimit limit);

} // namespace gatehouse
