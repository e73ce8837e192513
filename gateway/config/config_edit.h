// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/client.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace gatehouse {

// Changes to the text of config.json that leave everything else in it as it is: order, fields that we do
// not know, comments, indentation. Nothing is checked but the syntax; an Error says why it cannot be done.

//! With one more client. An empty text begins as a minimal configuration. A name that is taken is an error.
Result<QByteArray> withClient(QByteArrayView json, const Client &client);

//! With \a reference (such as `keychain:openai@api.openai.com`) as key \a index, from 0, of the provider of
//! that id; one behind the last adds a key. A provider without `id` goes by its `preset`.
Result<QByteArray> withApiKey(QByteArrayView json, const QString &providerId, int index,
                              const QString &reference);

//! Without that key. With the last one `apiKey` goes too, so that a preset's usual variable is used again.
Result<QByteArray> withoutApiKey(QByteArrayView json, const QString &providerId, int index);

} // namespace gatehouse
