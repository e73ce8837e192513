// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/credentials/env_file.h"
#include "gateway/http/incoming.h"
#include "gateway/pipeline/snapshot.h"

#include <QByteArrayList>
#include <QCryptographicHash>

namespace gatehouse::sample {

//! A whole request as the listener would hand it on.
inline Incoming request(const QByteArray &method, const QByteArray &target, const QByteArrayList &lines = {},
                        const QByteArray &body = {})
{
    Incoming in;
    in.head = method + ' ' + target + " HTTP/1.1\r\n" + lines.join("\r\n") + "\r\n\r\n";
    const QByteArrayView head = in.head;
    in.method = head.first(method.size());
    in.target = head.sliced(method.size() + 1, target.size());
    const qsizetype query = in.target.indexOf('?');
    in.path = QByteArray::fromPercentEncoding((query < 0 ? in.target : in.target.first(query)).toByteArray());
    in.query = query < 0 ? QByteArrayView() : in.target.sliced(query + 1);
    qsizetype at = head.indexOf("\r\n") + 2;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(": ");
        in.headers.append({head.sliced(at, colon), head.sliced(at + colon + 2, line.size() - colon - 2)});
        at += line.size() + 2;
    }
    in.body = body;
    in.arrived = Clock::now();
    return in;
}

//! A provider that needs no key.
inline Provider provider(const QString &id, const QList<ModelEntry> &models,
                         Dialect dialect = Dialect::OpenAi)
{
    Provider provider;
    provider.id = id;
    provider.name = id;
    provider.dialect = dialect;
    provider.baseUrl = QStringLiteral("https://%1.example/v1").arg(id);
    provider.models = models;
    return provider;
}

//! A client whose key is \a key.
inline Client client(const QString &name, const QByteArray &key,
                     const QStringList &models = {QStringLiteral("*")})
{
    Client client;
    client.name = name;
    client.keyHash = "sha256:" + QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex();
    client.models = models;
    return client;
}

//! \a config in force, with no variables set and nothing in the keychain.
inline std::shared_ptr<const Snapshot> snapshot(const Config &config)
{
    return std::make_shared<const Snapshot>(config, Environment(), KeychainKeys());
}

} // namespace gatehouse::sample
