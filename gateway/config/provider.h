// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/limits.h"
#include "gateway/config/price.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace gatehouse {

//! A wire format.
enum class Dialect { OpenAi, Anthropic, Gemini, AzureOpenAi };

//! The name of \a dialect in configuration, records and logs.
QByteArrayView dialectName(Dialect dialect);

//! A model that a provider serves.
struct ModelEntry
{
    QString id;                      //!< the provider's name for it, or a pattern with `*` for any text
    QString alias = {};              //!< another name under which clients may ask for it
    std::optional<Price> price = {}; //!< none: the list price, where it is known

    bool operator==(const ModelEntry &) const = default;
};

//! How long a provider may take.
struct Timeouts
{
    std::chrono::seconds connect{10};
    std::chrono::seconds firstByte{120};
    std::chrono::seconds idle{120};

    bool operator==(const Timeouts &) const = default;
};

//! How often a provider is asked, and how long is waited in between.
struct Retry
{
    int attempts = 2; //!< tries on this provider, the first included
    std::chrono::milliseconds baseDelay{500};
    std::chrono::milliseconds maxDelay{8000};

    bool operator==(const Retry &) const = default;
};

//! Whether a chat stream is asked for usage figures when its client did not ask.
enum class StreamUsage { Ask, AsIs };

//! The header that carries the key.
struct AuthHeader
{
    QByteArray name = "Authorization";
    QByteArray prefix = "Bearer ";

    bool operator==(const AuthHeader &) const = default;
};

//! How the services of a dialect take their key.
AuthHeader authHeaderFor(Dialect dialect);

struct ExtraHeader
{
    QByteArray name;
    QByteArray value;

    bool operator==(const ExtraHeader &) const = default;
};

//! A service that we call.
struct Provider
{
    QString id; //!< `[a-z0-9._-]{1,64}`
    QString name;
    bool enabled = true;
    Dialect dialect = Dialect::OpenAi;
    QString baseUrl;
    QStringList apiKeys; //!< references in turn (`${VAR}`, `keychain:name@host`); empty = no key needed
    AuthHeader auth;     //!< as authHeaderFor() the dialect
    QList<ExtraHeader> headers;
    QList<ModelEntry> models;
    Limits limits;
    Timeouts timeouts;
    Retry retry;
    StreamUsage streamUsage = StreamUsage::Ask;
    bool nativeResponses = false; //!< whether it serves /responses itself (known from the preset or the host)
    QString proxy = QStringLiteral("system");
    QString preset = {};

    bool operator==(const Provider &) const = default;
};

} // namespace gatehouse
