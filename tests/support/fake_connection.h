// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_answer.h"
#include "tests/support/fake_request.h"

#include <QObject>
#include <QTcpSocket>

#include <functional>

namespace gatehouse {

//! One connection of a FakeProvider: reads requests, plays answers.
class FakeConnection final : public QObject
{
    Q_OBJECT

public:
    //! What it asks and tells its provider.
    struct Provider
    {
        std::function<FakeAnswer(FakeRequest)> answer;
        std::function<bool(const QByteArray &)> isOpen; //!< a gate
        std::function<void(qint64)> sent;
        std::function<void(bool midAnswer)> gone;
    };

    FakeConnection(QTcpSocket *socket, int number, Provider provider, QObject *parent);

    //! Looks again whether the gate it waits at is open.
    void lookAtGate();

private:
    void onReadyRead();
    void play();
    bool playStep();
    bool playSend();
    bool playFlood();
    bool playReset();
    void onGone();

    QTcpSocket *m_socket;
    int m_number;
    Provider m_provider;
    QByteArray m_in;
    QList<FakeAnswer::Step> m_steps;
    qsizetype m_step = -1;   //!< -1: no answer is being played
    qint64 m_progress = 0;   //!< bytes of the step that were written
    bool m_sleeping = false; //!< a timer will call play()
    bool m_playing = false;
};

} // namespace gatehouse
