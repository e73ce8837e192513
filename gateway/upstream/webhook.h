// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/redact.h"
#include "gateway/status/alert.h"
#include "gateway/upstream/transfers.h"

#include <QByteArray>
#include <QString>
#include <QTimer>

#include <array>
#include <chrono>
#include <deque>
#include <memory>

namespace gatehouse {

//! How long a webhook may take, and how long is waited before it is asked again.
struct WebhookPace
{
    std::chrono::milliseconds patience = std::chrono::seconds(10);
    std::array<std::chrono::milliseconds, 3> pauses = {std::chrono::seconds(1), std::chrono::seconds(5),
                                                       std::chrono::seconds(25)};
};

//! Posts alerts as JSON to the URL that a person has set, one after the other and in order:
//! `{"event":"provider_down","subject":"openai","message":"…","time":"2026-01-31T12:00:00Z",
//! "program":"gatehouse","version":"1.0.0"}`. What cannot be reached, is too busy (429) or fails (5xx) is
//! tried again after each pause, then given up with a line in the log; any other answer is the last word.
//! Lives in the gateway thread.
class Webhook final : private TransferReceiver
{
public:
    //! Both outlive it. Known secrets are taken out of messages.
    Webhook(Transfers &transfers, const Redactor &redactor, WebhookPace pace = {});

    //! AlertRules::webhookUrl; empty: nothing is posted. Another URL than before drops what waits.
    void setUrl(const QString &url);
    void post(const Alert &alert);

    //! Alerts that have not been taken yet, the one that is under way included.
    int waiting() const { return int(m_queue.size()); }

    static constexpr size_t mostWaiting = 32; //!< the oldest go first

private:
    void onHead(ReplyHead head) override;
    bool onBody(QByteArrayView) override { return true; }
    void onEnd(const TransferEnd &end) override;

    QByteArray bodyOf(const Alert &alert) const;
    void send();
    void onTimeout();
    void tryAgain(const QString &reason);
    void giveUp(const QString &reason);
    void next();

    Transfers &m_transfers;
    const Redactor &m_redactor;
    WebhookPace m_pace;
    QString m_url;
    QByteArray m_target;                //!< m_url in ASCII
    std::shared_ptr<const Link> m_link; //!< null: nothing is posted
    std::deque<QByteArray> m_queue;     //!< bodies; the first is under way
    size_t m_failures = 0;              //!< of the first
    QTimer m_timer;                     //!< the end of patience, or of a pause
    std::unique_ptr<Transfer> m_transfer;
};

} // namespace gatehouse
