// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/redact.h"
#include "gateway/http/incoming.h"
#include "gateway/pipeline/endpoints.h"
#include "gateway/status/recorded_exchange.h"

#include <QTimer>

#include <chrono>
#include <functional>

namespace gatehouse {

//! Whether requests and answers are kept for a person to look at, and until when. Lives in the gateway
//! thread.
class BodyRecorder final
{
public:
    struct Listener
    {
        std::function<void(qint64 untilMs)> changed; //!< UTC; 0: they are not
        std::function<void(RecordedExchange)> recorded;
    };

    explicit BodyRecorder(Listener listener);

    //! For \a time, at most `longest`; zero ends it.
    void record(std::chrono::milliseconds time);
    bool on() const { return m_end.isActive(); }
    //! Nothing that ends later than the recording.
    void keep(RecordedExchange exchange) const
    {
        if (on())
            m_listener.recorded(std::move(exchange));
    }

    static constexpr std::chrono::hours longest{1};
    //! As much is kept of a request, and of an answer.
    static constexpr qsizetype mostBytes = 4 * 1024 * 1024;

private:
    Listener m_listener;
    QTimer m_end;
};

//! What is kept of a request, without its answer: nothing that opens a door, and no body that is not text.
RecordedExchange recordedRequest(const Incoming &in, const Endpoint &endpoint, const Redactor &redactor);

} // namespace gatehouse
