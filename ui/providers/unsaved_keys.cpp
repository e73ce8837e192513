// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/unsaved_keys.h"

#include "ui/draft.h"
#include "ui/providers/key_references.h"

#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

struct UnsavedKeys::Kept
{
    Context context;
    QStringList entries = {}; //!< that were not there before
    bool over = false;

    void takeOut()
    {
        for (const QString &entry : std::exchange(entries, {})) {
            if (!isUsedElsewhere(context.draft.config(), {}, entry))
                context.secrets.remove(entry, [](const SecretStore::Answer &) {});
        }
    }
};

UnsavedKeys::UnsavedKeys(const Context &context)
    : m_kept(std::make_shared<Kept>(Kept{context}))
{
}

UnsavedKeys::~UnsavedKeys()
{
    giveUp();
}

void UnsavedKeys::store(const QString &entry, const QByteArray &key,
                        const std::function<void(const SecretStore::Answer &)> &done)
{
    m_kept->over = false;
    m_kept->context.secrets.read(entry, [kept = m_kept, entry, key, done](const SecretStore::Answer &before) {
        if (kept->over)
            return;
        if (before.state != SecretStore::Answer::Found && before.state != SecretStore::Answer::NotFound)
            return done(before); // it would refuse to be written to too, after asking once more
        const bool isNew = before.state == SecretStore::Answer::NotFound && !kept->entries.contains(entry);
        kept->context.secrets.write(entry, key,
                                    [kept, entry, isNew, done](const SecretStore::Answer &answer) {
                                        if (isNew && answer.state == SecretStore::Answer::Found)
                                            kept->entries.append(entry);
                                        if (kept->over)
                                            kept->takeOut();
                                        else
                                            done(answer);
                                    });
    });
}

void UnsavedKeys::keep(const Provider &saved)
{
    m_kept->entries.removeIf(
        [&](const QString &entry) { return saved.apiKeys.contains(QString(u"keychain:"_s + entry)); });
}

void UnsavedKeys::giveUp()
{
    m_kept->over = true;
    m_kept->takeOut();
}

} // namespace gatehouse
