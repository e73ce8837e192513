// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QString serviceName()
{
    return u"gatehouse"_s;
}

SecretStore::Answer answerOf(const QKeychain::Job &job)
{
    using Answer = SecretStore::Answer;
    switch (job.error()) {
    case QKeychain::NoError:
        if (const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(&job))
            return {Answer::Found, read->binaryData(), {}};
        return {Answer::Found, {}, {}};
    case QKeychain::EntryNotFound:
        return {Answer::NotFound, {}, u"the keychain has no entry %1"_s.arg(job.key())};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {Answer::Locked, {}, u"the keychain is locked, or access to it was denied"_s};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {Answer::Unavailable, {}, u"there is no keychain here"_s};
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return {Answer::Unavailable, {}, u"no keychain can be used here (%1)"_s.arg(job.errorString())};
}

} // namespace

Keychain::Keychain(std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_limit(limit)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Keychain::onLimit);
}

Keychain::~Keychain() = default;

//! What QtKeychain picks, by the rules of its 0.13: the desktop's own where that is known, else the Secret
//! Service.
QString Keychain::name() const
{
#if defined(Q_OS_MACOS)
    return u"Keychain"_s;
#elif defined(Q_OS_WIN)
    return u"Windows Credential Manager"_s;
#else
    const QString desktop = qEnvironmentVariable("XDG_CURRENT_DESKTOP");
    return desktop == "KDE"_L1 ? u"KWallet"_s : tr("the system keyring");
#endif
}

void Keychain::keepForSession(const QString &entry, const QByteArray &secret)
{
    m_session.insert(entry, secret);
    Q_EMIT changed();
}

void Keychain::answerLater(std::function<void(Answer)> done, Answer answer)
{
    QMetaObject::invokeMethod(
        this, [done = std::move(done), answer = std::move(answer)] { done(answer); }, Qt::QueuedConnection);
}

void Keychain::read(const QString &entry, std::function<void(Answer)> done)
{
    if (const auto kept = m_session.constFind(entry); kept != m_session.cend())
        return answerLater(std::move(done), {Answer::Found, kept->bytes(), {}});
    add({entry, [] { return new QKeychain::ReadPasswordJob(serviceName()); }, false, std::move(done)});
}

void Keychain::write(const QString &entry, const QByteArray &secret, std::function<void(Answer)> done)
{
    const auto makeJob = [secret = SecretBytes(secret)] {
        auto *job = new QKeychain::WritePasswordJob(serviceName());
        job->setTextData(QString::fromUtf8(secret.bytes()));
        return job;
    };
    add({entry, makeJob, true, std::move(done)});
}

void Keychain::remove(const QString &entry, std::function<void(Answer)> done)
{
    if (m_session.remove(entry) > 0) {
        Q_EMIT changed();
        return answerLater(std::move(done), {Answer::Found, {}, {}});
    }
    add({entry, [] { return new QKeychain::DeletePasswordJob(serviceName()); }, true, std::move(done)});
}

void Keychain::add(Request request)
{
    m_queue.push_back(std::move(request));
    // Queued, so that no caller is answered before it has returned.
    QMetaObject::invokeMethod(this, &Keychain::startNext, Qt::QueuedConnection);
}

void Keychain::startNext()
{
    if (m_late) {
        // QtKeychain would make them wait behind the one that hangs.
        for (std::deque<Request> waiting = std::exchange(m_queue, {}); Request & request : waiting)
            request.done(lateAnswer());
        return;
    }
    if (m_running || m_queue.empty())
        return;
    m_running = true;
    m_timer.start(m_limit);
    QKeychain::Job *job = m_queue.front().makeJob();
    job->setKey(m_queue.front().entry);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job *ended) { onFinished(*ended); });
    job->start();
}

void Keychain::onFinished(QKeychain::Job &job)
{
    m_running = false;
    m_timer.stop();
    if (std::exchange(m_late, false)) {
        Q_EMIT awoke();
    } else {
        const Request request = std::move(m_queue.front());
        m_queue.pop_front();
        const Answer answer = answerOf(job);
        request.done(answer);
        tell(request, answer);
    }
    startNext();
}

void Keychain::tell(const Request &request, const Answer &answer)
{
    if (answer.state == Answer::Locked) {
        m_lockedEntries.insert(request.entry);
        return;
    }
    if (answer.state != Answer::Found)
        return;
    if (request.changes) {
        m_session.remove(request.entry); // the newer one counts
        Q_EMIT changed();
    }
    // By entry: one that is refused for ever must not make all others be read again and again.
    if (m_lockedEntries.remove(request.entry))
        Q_EMIT awoke();
}

void Keychain::onLimit()
{
    m_late = true;
    startNext();
}

SecretStore::Answer Keychain::lateAnswer() const
{
    const std::chrono::duration<double> limit = m_limit;
    return {Answer::Locked,
            {},
            u"the keychain is locked: it has not answered within %1 seconds"_s.arg(limit.count())};
}

} // namespace gatehouse
