// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/usage/usage_range.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace gatehouse {

//! A question about usage, with the range that it was asked for.
struct UsageQuestion
{
    UsageSpan span = {};
    UsageKey by = UsageKey::None;
    UsageFilter filter = {};
    bool untilNow = false; //!< today is in it: what is recorded changes the answer
};

//! Asks the store while somebody looks: at once when the question is another, and at most every five seconds
//! because something was recorded. Only the answer to the newest question counts.
class LiveTotals final : public QObject
{
    Q_OBJECT

public:
    //! \a question is called each time it is asked: today is another day tomorrow.
    LiveTotals(const Context &context, std::function<UsageQuestion()> question, QObject *parent = nullptr);

    //! Nothing is asked while nobody looks; the question is asked when somebody does.
    void setWatched(bool watched);
    //! The question is another.
    void ask();
    //! How long after a question the next is asked because something was recorded.
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }

Q_SIGNALS:
    void waiting(bool on);
    void answered(const gatehouse::UsageQuestion &question, const gatehouse::UsageTable &table);
    //! The store has no requests at all: answered() had none either, without a filter.
    void nothingRecorded();

private:
    void onRecorded();
    void onAnswer(quint64 number, const UsageQuestion &question, const UsageTable &table);

    Context m_context;
    std::function<UsageQuestion()> m_question;
    std::chrono::milliseconds m_pause{5000};
    QTimer m_later;
    QTimer m_midnight; //!< then today is another day
    QElapsedTimer m_asked;
    bool m_watched = false;
    bool m_untilNow = false;
    quint64 m_number = 0; //!< of the newest question
};

} // namespace gatehouse
