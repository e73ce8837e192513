// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QSet>
#include <QTcpSocket>
#include <QTimer>

namespace gatehouse {

//! An answer as it came over the wire.
struct LoopAnswer
{
    int status = 0; //!< 0: none came
    QByteArray head;
    QByteArray body;
    bool whole = false;

    //! The value of a field, empty if it is not there.
    QByteArray field(QByteArrayView name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            if (line.size() > name.size() && line[name.size()] == ':' &&
                line.first(name.size()).compare(name.toByteArray(), Qt::CaseInsensitive) == 0)
                return line.sliced(name.size() + 1).trimmed();
        }
        return {};
    }
};

//! Lets both ends do what they can do now.
inline void settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

//! Ports whose servers answer `/before`. With CONNECTIONS=kept each client asks that first.
inline QSet<quint16> portsWithBefore;
inline bool asksBefore()
{
    return qEnvironmentVariable("CONNECTIONS") == u"kept";
}

//! A client that lives in the same event loop as the server it talks to: sends whatever bytes it is told
//! to, and takes answers apart.
class LoopClient final
{
public:
    explicit LoopClient(quint16 port)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        if (!m_socket.waitForConnected(5000))
            qFatal("cannot connect");
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        if (portsWithBefore.contains(port) && asksBefore() &&
            ask("GET /before HTTP/1.1\r\nHost: 127.0.0.1:1337\r\n\r\n").status == 0)
            qFatal("no answer came before");
    }

    QTcpSocket &socket() { return m_socket; }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }

    //! Waits for one answer, with a body unless it is \a head only.
    LoopAnswer answer(bool head = false, int timeout = 5000)
    {
        LoopAnswer answer;
        if (!waitFor([&] { return m_bytes.contains("\r\n\r\n"); }, timeout))
            return answer;
        answer.head = taken(m_bytes.indexOf("\r\n\r\n") + 4);
        answer.status = answer.head.split(' ').value(1).toInt();
        const QByteArray length = answer.field("content-length");
        if (head || answer.status < 200 || answer.status == 204) {
            answer.whole = true;
        } else if (!length.isEmpty()) {
            const auto whole = [&] { return m_bytes.size() >= length.toLongLong(); };
            waitFor([&] { return whole() || ended(); }, timeout);
            answer.whole = whole();
            answer.body = taken(length.toLongLong());
        } else if (answer.field("transfer-encoding") == "chunked") {
            while (!answer.whole && readChunk(answer, timeout)) {
            }
        } else {
            answer.whole = closed(timeout);
            answer.body = taken(m_bytes.size());
        }
        return answer;
    }

    LoopAnswer ask(const QByteArray &request)
    {
        send(request);
        return answer();
    }

    //! Waits until the server has ended the connection.
    bool closed(int timeout = 5000)
    {
        return waitFor([&] { return ended(); }, timeout);
    }

    //! What has come and belongs to no answer.
    QByteArray rest()
    {
        m_bytes += m_socket.readAll();
        return m_bytes;
    }

private:
    bool ended() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }

    template<typename F>
    bool waitFor(F &&done, int timeout)
    {
        QTimer end; // QTest::qWaitFor() would sleep in between
        end.setSingleShot(true);
        end.start(timeout);
        while (true) {
            m_bytes += m_socket.readAll();
            if (done())
                return true;
            if (!end.isActive())
                return false;
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }

    QByteArray taken(qsizetype size)
    {
        const QByteArray bytes = m_bytes.first(qMin(size, m_bytes.size()));
        m_bytes.remove(0, bytes.size());
        return bytes;
    }

    bool readChunk(LoopAnswer &answer, int timeout)
    {
        if (!waitFor([&] { return m_bytes.contains("\r\n") || ended(); }, timeout) ||
            !m_bytes.contains("\r\n"))
            return false;
        const qsizetype size = taken(m_bytes.indexOf("\r\n") + 2).trimmed().toLongLong(nullptr, 16);
        if (!waitFor([&] { return m_bytes.size() >= size + 2 || ended(); }, timeout) ||
            m_bytes.size() < size + 2)
            return false;
        answer.body += taken(size);
        taken(2);
        answer.whole = size == 0;
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_bytes;
};

} // namespace gatehouse
