// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/http/server.h"
#include "tests/gateway/http/loop_client.h"
#include "tests/support/event_loop.h"

#include <QDeadlineTimer>
#include <QSslConfiguration>

#include <deque>

namespace gatehouse {

//! Answers with the body that came, or with the path if there was none.
inline void echo(Incoming &&in, Reply &&reply)
{
    reply.send(200, "content-type: text/plain\r\n", in.body.isEmpty() ? in.path : in.body);
}

//! A server on a free port of the loopback address.
class TestServer final
{
public:
    explicit TestServer(const Server::Handler &handler = echo, const Patience &patience = {},
                        Listener listener = {})
        : m_server(
              [this, handler](Incoming &&in, Reply &&reply) {
                  if (in.path == "/before")
                      return reply.send(204, {}, {});
                  ++m_requests;
                  handler(std::move(in), std::move(reply));
              },
              patience)
    {
        // Qt HttpServer sets TLS up, since 6.7 with its first connection: not while a client waits.
        const QSslConfiguration setUp;
        listener.port = 0;
        if (!m_server.listen(listener))
            qFatal("cannot listen");
        portsWithBefore.insert(m_server.port());
    }
    ~TestServer() { portsWithBefore.remove(m_server.port()); }

    Q_DISABLE_COPY_MOVE(TestServer)

    Server *operator->() { return &m_server; }
    quint16 port() const { return m_server.port(); }
    //! How many have reached the handler.
    int requests() const { return m_requests; }

private:
    int m_requests = 0;
    Server m_server;
};

//! A request with the fields that every request has, and \a lines.
inline QByteArray request(const QByteArray &start, const QByteArray &lines = {}, const QByteArray &body = {})
{
    return start + " HTTP/1.1\r\nHost: 127.0.0.1:1337\r\n" + lines + "\r\n" + body;
}

inline QByteArray post(const QByteArray &body, const QByteArray &lines = {})
{
    return request("POST /echo", "Content-Length: " + QByteArray::number(body.size()) + "\r\n" + lines, body);
}

//! A server that answers nothing: the test does, when it wants to.
class HoldingServer final
{
public:
    explicit HoldingServer(const Patience &patience = {})
        : m_server([this](Incoming &&, Reply &&reply) { m_replies.push_back(std::move(reply)); }, patience)
    {
    }

    Server *operator->() { return m_server.operator->(); }
    quint16 port() const { return m_server.port(); }

    //! The reply to what \a client asks now.
    Reply &replyTo(LoopClient &client)
    {
        const size_t before = m_replies.size();
        const QDeadlineTimer end(5000);
        client.send(request("GET /"));
        while (m_replies.size() == before) {
            if (end.hasExpired())
                qFatal("no request came");
            QCoreApplication::processEvents();
        }
        return m_replies.back();
    }
    void forgetReplies() { m_replies.clear(); }

private:
    std::deque<Reply> m_replies; // stay where they are
    TestServer m_server;
};

} // namespace gatehouse
