// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/secret_bytes.h"

#include <QByteArray>
#include <QByteArrayList>

#include <initializer_list>
#include <memory>
#include <mutex>

namespace gatehouse {

//! Takes secrets out of text on its way to a log or an error body. Shared by all threads.
class Redactor final
{
public:
    //! Replaces the list of secrets that are in use; those shorter than 8 bytes are ignored.
    void setSecrets(QByteArrayList secrets);

    //! \a text with every known secret (also its beginning or end of 8 or more bytes, and as JSON may escape
    //! it) and everything that has the form of a key (`sk-…`, `Bearer …`, `key=…`) replaced by `***`. The
    //! same text, not copied, when there is nothing to replace.
    QByteArray redact(QByteArray text) const;

    //! Whether one of \a texts may hold a known secret, or a piece of one; false is sure. Costs least where
    //! there is none, as in nearly every answer.
    bool mayHoldKnown(std::initializer_list<QByteArrayView> texts) const;

    //! Only the known secrets: for a provider's answer, whose other words are not ours to change.
    QByteArray redactKnown(QByteArray text) const;

private:
    std::shared_ptr<const QList<SecretBytes>> secrets() const;

    mutable std::mutex m_mutex;
    //! As they are, and as JSON and percent-encoding spell them.
    std::shared_ptr<const QList<SecretBytes>> m_secrets = std::make_shared<QList<SecretBytes>>();
};

} // namespace gatehouse
