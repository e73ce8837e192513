// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/literal_key_move.h"

#include "app/fault.h"
#include "gateway/config/config_edit.h"
#include "gateway/config/config_json.h"
#include "gateway/config/literal_keys.h"
#include "gateway/credentials/secret_store.h"
#include "gateway/credentials/secrets.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! One run of moves. Keeps itself alive until the last answer.
struct Move
{
    SecretStore &store;
    Config config; //!< for the providers' hosts
    QByteArray text;
    QList<LiteralKey> left;
    QStringList used = {}; //!< entries that were written
    std::function<void(Result<QByteArray>)> done;
};

QString hostOf(const Config &config, const QString &id)
{
    const auto it = std::find_if(config.providers.cbegin(), config.providers.cend(),
                                 [&](const Provider &provider) { return provider.id == id; });
    return it == config.providers.cend() ? QString() : keyHost(*it);
}

//! A name for \a key that no other key has.
QString freeEntry(const Move &move, const LiteralKey &key, const QString &host)
{
    QStringList taken;
    for (const Provider &provider : move.config.providers)
        taken += provider.apiKeys;
    for (int number = key.index + 1;; ++number) {
        const QString place = number == 1 ? QString() : u'/' + QString::number(number);
        const QString entry = key.providerId + place + u'@' + host;
        if (!taken.contains(QString("keychain:"_L1 + entry)) && !move.used.contains(entry))
            return entry;
    }
}

void next(const std::shared_ptr<Move> &move)
{
    if (move->left.isEmpty())
        return move->done(move->text);
    const LiteralKey key = move->left.takeFirst();
    const QString host = hostOf(move->config, key.providerId);
    if (host.isEmpty())
        return move->done(fault(QCoreApplication::translate("gatehouse::moveKeys",
                                                            "The provider \"%1\" has no base URL that a key "
                                                            "could be bound to.")
                                    .arg(key.providerId)));
    const QString entry = freeEntry(*move, key, host);
    move->store.write(entry, key.secret, [move, key, entry](const SecretStore::Answer &answer) {
        if (answer.state != SecretStore::Answer::Found)
            return move->done(fault(answer.message));
        Result<QByteArray> text = withApiKey(move->text, key.providerId, key.index, "keychain:"_L1 + entry);
        if (!text)
            return move->done(text.error());
        move->text = *std::move(text);
        move->used.append(entry);
        next(move);
    });
}

} // namespace

void moveKeys(SecretStore &store, const QByteArray &text, std::function<void(Result<QByteArray>)> done)
{
    next(std::make_shared<Move>(Move{.store = store,
                                     .config = readConfig(text).config,
                                     .text = text,
                                     .left = literalKeys(text),
                                     .done = std::move(done)}));
}

} // namespace gatehouse
