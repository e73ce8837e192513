// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace gatehouse {

//! Overwrites what \a bytes holds, if nobody else shares it; \a bytes is empty afterwards in either case.
void wipe(QByteArray &bytes);

//! A key, or text with one in it: copies share their bytes, and the last of them that goes overwrites these,
//! unless an ordinary QByteArray still shares them. Best effort: what others copied is not reached.
class SecretBytes final
{
public:
    SecretBytes() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): it is that text, only with an end
    SecretBytes(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    ~SecretBytes() { wipe(m_bytes); }
    SecretBytes(const SecretBytes &) = default;
    SecretBytes(SecretBytes &&) noexcept = default;
    SecretBytes &operator=(SecretBytes other) noexcept
    {
        m_bytes.swap(other.m_bytes);
        return *this;
    }

    //! To be read at once, or to be kept no longer than this.
    const QByteArray &bytes() const { return m_bytes; }
    bool isEmpty() const { return m_bytes.isEmpty(); }

    bool operator==(const SecretBytes &) const = default;

private:
    QByteArray m_bytes;
};

} // namespace gatehouse
