// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"
#include "gateway/pipeline/probe_answer.h"
#include "gateway/pipeline/probe_body.h"
#include "gateway/pipeline/probe_question.h"
#include "gateway/upstream/transfers.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace gatehouse {

//! A probe's request with its keys looked up.
struct ProbeTask
{
    ProbeRequest::Kind kind = ProbeRequest::Models;
    QString model = {};
    std::shared_ptr<const Snapshot> snapshot = {}; //!< of that one provider
    QString problem = {};                          //!< why it must not be asked at all
    QString keyProblem = {};                       //!< why it has no key

    const ProviderEntry &provider() const { return snapshot->providers.front(); }
    //! The keys that may go out, so that they can be kept out of logs.
    QByteArrayList secrets() const;
};

//! A key that was typed is the only one.
ProbeTask probeTask(const ProbeRequest &request, const Environment &environment,
                    const KeychainKeys &keychain);

//! Asks one provider, beside limits and cooldowns, and finds out what it makes of it. Nothing of it is
//! recorded. Lives in the gateway thread; destroying it gives it up.
class Probe final : private TransferReceiver
{
public:
    //! \a done is called once, as the last thing, and may destroy the probe; perhaps from within start().
    Probe(Transfers &transfers, const Redactor &redactor, const ProbeTask &task,
          std::function<void(const ProbeResult &)> done);

    void start();

    //! As long it may take in all.
    static constexpr std::chrono::seconds patience{30};
    static constexpr int mostPages = 10;
    static constexpr qsizetype mostModels = 20'000;

private:
    void onHead(ReplyHead head) override;
    bool onBody(QByteArrayView bytes) override;
    void onEnd(const TransferEnd &end) override;

    void ask(Outgoing question);
    void answered();
    void listed(const ModelPage &page);
    void end(ProbeResult::Outcome outcome, const QString &words);

    Transfers &m_transfers;
    const Redactor &m_redactor;
    ProbeTask m_task;
    std::function<void(const ProbeResult &)> m_done;
    int m_key = -1;
    TimePoint m_began = Clock::now();
    ProbeAnswer m_answer;
    ProbeResult m_result;
    QByteArrayList m_pages; //!< what was asked for
    TokenLimit m_limit = TokenLimit::MaxTokens;
    QTimer m_deadline;
    std::unique_ptr<Transfer> m_transfer;
};

} // namespace gatehouse
