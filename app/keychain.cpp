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

void Keychain::read(const QString &entry, std::function<void(Answer)> done)
{
    add({entry, [] { return new QKeychain::ReadPasswordJob(serviceName()); }, std::move(done)});
}

void Keychain::write(const QString &entry, const QByteArray &secret, std::function<void(Answer)> done)
{
    const auto makeJob = [secret] {
        auto *job = new QKeychain::WritePasswordJob(serviceName());
        job->setTextData(QString::fromUtf8(secret));
        return job;
    };
    add({entry, makeJob, std::move(done)});
}

void Keychain::remove(const QString &entry, std::function<void(Answer)> done)
{
    add({entry, [] { return new QKeychain::DeletePasswordJob(serviceName()); }, std::move(done)});
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
        request.done(answerOf(job));
    }
    startNext();
}

void Keychain::onLimit()
{
    m_late = true;
    startNext();
}

SecretStore::Answer Keychain::lateAnswer() const
{
    return {Answer::Locked,
            {},
            u"the keychain is locked: it has not answered within %1 seconds"_s.arg(m_limit.count() / 1000.0)};
}

} // namespace gatehouse
