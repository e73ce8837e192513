// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/credentials/secret_store.h"
#include "ui/context.h"

#include <functional>
#include <memory>

namespace gatehouse {

struct Provider;

//! Keys that went into the keychain for a provider that is not saved yet: those that were not there before
//! are taken out again where it never is.
class UnsavedKeys final
{
public:
    explicit UnsavedKeys(const Context &context);
    ~UnsavedKeys();
    UnsavedKeys(const UnsavedKeys &) = delete;
    UnsavedKeys &operator=(const UnsavedKeys &) = delete;

    //! Puts \a key into \a entry; \a done has the keychain's answer, unless this was given up meanwhile.
    void store(const QString &entry, const QByteArray &key,
               const std::function<void(const SecretStore::Answer &)> &done);
    //! \a saved is in the file now, and what it refers to stays.
    void keep(const Provider &saved);
    //! Takes the others out, one that is still on its way included.
    void giveUp();

private:
    struct Kept;

    std::shared_ptr<Kept> m_kept; //!< also of the answers that are to come
};

} // namespace gatehouse
