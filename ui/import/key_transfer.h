// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/credentials/secret_store.h"
#include "gateway/import/imported.h"

#include <QObject>

#include <memory>
#include <optional>

namespace gatehouse {

//! Puts imported keys into the keychain, one after the other, and remembers what stood there, so that all of
//! it can be put back: until keep(), nothing is final. Destroying it puts back.
class KeyTransfer final : public QObject
{
    Q_OBJECT

public:
    explicit KeyTransfer(SecretStore &store, QObject *parent = nullptr);
    ~KeyTransfer() override;

    //! Stores those of \a keys that are not in yet; finished() answers.
    void begin(const QList<ImportedKey> &keys);
    bool isRunning() const { return m_running; }
    //! Puts back what stood there, also what is under way. No signal comes.
    void takeBack();
    //! What was stored stays.
    void keep();

Q_SIGNALS:
    void progressed(int stored, int all);
    //! \a missing: those that the keychain did not take, for \a reason, in its words; none: all are in.
    void finished(const QList<gatehouse::ImportedKey> &missing, const QString &reason);

private:
    //! An entry as it was before it was written.
    struct Before
    {
        QString entry;
        std::optional<QByteArray> secret; //!< none: there was no such entry
        bool forSession = false;
    };
    //! Calls \a done when that was answered.
    static void restore(SecretStore &store, const Before &before, const std::function<void()> &done);
    //! To be called when something that was written or put back has been answered.
    std::function<void()> settled();
    bool isStored(const ImportedKey &key) const;
    void next();
    void write(const Before &before);
    void refuse(const SecretStore::Answer &answer);
    void end(const QString &reason);

    SecretStore &m_store;
    QList<ImportedKey> m_waiting;
    QList<Before> m_stored;
    int m_all = 0;
    bool m_running = false;
    std::shared_ptr<int> m_busy; //!< what was written or put back and has not been answered
    quint64 m_run = 0;           //!< tells the answers to a transfer that was taken back
};

} // namespace gatehouse
