// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"
#include "gateway/upstream/transfer_attempt.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace gatehouse {

//! Attempts in the Qt event loop, whatever moves their bytes: their time limits, pauses and ends. Receivers
//! are called from the event loop only; whatever they do from there, no code that moves bytes is called back
//! from within itself.
class TransferLoop : public QObject
{
    Q_OBJECT

public:
    int active() const { return int(m_attempts.size()); }

    // For attempts and their transfers.
    void drop(TransferAttempt &attempt);
    void release(TransferAttempt &attempt, std::chrono::milliseconds patience);
    void resume(TransferAttempt &attempt);
    void deadlineMoved(TransferAttempt &attempt); //!< to an earlier time
    //! Its receiver wants to hear when no more is to be had for now.
    void bodyBegun(TransferAttempt &attempt) { m_reading.push_back(&attempt); }

protected:
    //! Around what may call receivers while bytes are moved: attempts that were dropped meanwhile go when it
    //! is over.
    class Inside
    {
    public:
        explicit Inside(TransferLoop &loop);
        ~Inside();
        Q_DISABLE_COPY_MOVE(Inside)

    private:
        TransferLoop &m_loop;
    };

    explicit TransferLoop(QObject *parent);

    void adopt(std::unique_ptr<TransferAttempt> attempt);
    //! Calls work() at that time, or sooner.
    void arm(TimePoint when);
    void tellBodyRead();
    void end(TransferAttempt &attempt, const TransferEnd &end);
    //! For the destructors of derived classes.
    void removeAll();

private:
    //! Does what is due; returns when there is more to do.
    virtual TimePoint work() = 0;
    //! Goes on with an attempt that was paused.
    virtual void goOn(TransferAttempt &attempt) = 0;
    //! \a attempt goes: takes what it has of the loop's.
    virtual void letGo(TransferAttempt &attempt) = 0;

    void onTimer();
    void expire(TimePoint now);
    std::unique_ptr<TransferAttempt> remove(TransferAttempt &attempt);
    void place(TransferAttempts::node_type node);

    QTimer m_timer;
    TimePoint m_armedFor = TimePoint::max();
    TransferAttempts m_attempts;
    // Attempts that something is to be done with, once no bytes are being moved.
    std::vector<TransferAttempt *> m_resuming;
    std::vector<TransferAttempt *> m_dropped;
    std::vector<TransferAttempt *> m_reading; //!< were given bytes since the last tellBodyRead()
    int m_inside = 0;
};

} // namespace gatehouse
