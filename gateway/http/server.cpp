// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/server.h"

#include "gateway/base/descriptor_limit.h"
#include "gateway/base/logging.h"
#include "gateway/http/connection.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

using namespace std::chrono_literals;

constexpr int backlog = 512;
constexpr int maxSurplus = 64; // connections over the limit that are told so
// Without a free descriptor Qt would try to accept in a circle; files and providers need some too.
constexpr qintptr spareDescriptors = 32;

// From 6.10 on Qt HttpServer ends a connection on which it has opened nothing for 15 seconds.
constexpr bool servesDirectly = QT_VERSION < QT_VERSION_CHECK(6, 10, 0);

//! Makes the sockets, so that each has its Connection before Qt HttpServer sees it.
class Acceptor final : public QTcpServer
{
public:
    Acceptor(ConnectionContext &context, const int &maxConnections, QTimer &tick)
        : m_context(context)
        , m_maxConnections(maxConnections)
        , m_tick(tick)
    {
        setListenBacklogSize(backlog);
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        const qsizetype before = m_context.connections.size();
        auto *socket = new QTcpSocket(this);
        if (!socket->setSocketDescriptor(descriptor)) {
            delete socket;
            return;
        }
        auto *connection = new Connection(*socket, m_context);
        addPendingConnection(socket);
        if (!m_tick.isActive())
            m_tick.start();
        const qintptr spare = descriptorLimit() - descriptor;
        // Those that have been ended may take a while to go: they take nobody's place, but are not without
        // end.
        if (before >= 2 * m_maxConnections + maxSurplus || spare <= spareDescriptors / 2)
            connection->drop();
        else if (before - m_context.ending >= m_maxConnections || spare <= spareDescriptors)
            connection->refuse(
                {503, "server_error", "too_many_connections", u"Too many connections are open."_s});
    }

private:
    ConnectionContext &m_context;
    const int &m_maxConnections;
    QTimer &m_tick;
};

//! Qt HttpServer's end: it is shown a stand-in for a connection's first request, and asks here what to do
//! with it.
class Front final : public QAbstractHttpServer
{
public:
    explicit Front(ConnectionContext &context)
        : m_context(context)
    {
    }

protected:
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &, QTcpSocket *) override
    {
        serve();
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override {}
#else
    bool handleRequest(const QHttpServerRequest &, QHttpServerResponder &responder) override
    {
        Connection *connection = serve();
        // One that is answered already goes with the caller, who is not prepared for it to go sooner.
        if (connection && connection->answering())
            connection->holdOpen(std::make_shared<QHttpServerResponder>(std::move(responder)));
        return true;
    }
#if QT_VERSION < QT_VERSION_CHECK(6, 7, 0)
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &&) override {}
#else
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override {}
#endif
#endif

private:
    Connection *serve()
    {
        Connection *connection = std::exchange(m_context.whole, nullptr);
        if (connection)
            m_context.serve(*connection);
        return connection;
    }

    ConnectionContext &m_context;
};

QHostAddress addressOf(const QString &host)
{
    if (host == "localhost"_L1)
        return QHostAddress(QHostAddress::LocalHost);
    // What is reached at every address is reached at those of IPv4 too, as with other servers on Linux.
    return host == "::"_L1 ? QHostAddress(QHostAddress::Any) : QHostAddress(host);
}

//! How often the time limits are looked at.
std::chrono::milliseconds tickFor(const Patience &patience)
{
    const auto shortest =
        std::min({patience.head, patience.body, patience.idle, patience.send, patience.linger});
    return std::clamp<std::chrono::milliseconds>(shortest / 10, 5ms, 1s);
}

} // namespace

struct Server::Private
{
    ConnectionContext context;
    int maxConnections = 0;
    QString problem;
    bool inUse = false;
    QHostAddress address; //!< where it listens, or did
    quint16 port = 0;
    QTimer tick;
    Front front{context};
    Acceptor *acceptor = nullptr; //!< owned by front
};

Server::Server(Handler handler, const Patience &patience, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->context.serve = [handler = std::move(handler)](Connection &connection) {
        Incoming in = connection.take();
        handler(std::move(in), Reply(connection));
    };
    d->context.patience = patience;
    d->context.servesDirectly = servesDirectly;
    d->tick.setInterval(tickFor(patience));
    connect(&d->tick, &QTimer::timeout, this, &Server::check);
}

Server::~Server()
{
    closeAll();
}

bool Server::listen(const Listener &listener)
{
    setListener(listener);
    d->problem.clear();
    d->inUse = false;
    const QHostAddress address = addressOf(listener.host);
    if (address.isNull()) {
        d->problem = u"'%1' is not an address to listen on."_s.arg(listener.host);
        return false;
    }
    auto acceptor = std::make_unique<Acceptor>(d->context, d->maxConnections, d->tick);
    if (!acceptor->listen(address, listener.port)) {
        d->problem = acceptor->errorString();
        d->inUse = acceptor->serverError() == QAbstractSocket::AddressInUseError;
        return false;
    }
    // After an error Qt accepts no more until it is told to: check() does.
    connect(acceptor.get(), &QTcpServer::acceptError, this, [this] {
        qCWarning(lcHttp) << "A connection could not be accepted:" << d->acceptor->errorString();
        d->tick.start();
    });
    d->address = address;
    d->port = acceptor->serverPort();
    d->acceptor = acceptor.release();
    d->front.bind(d->acceptor);
    return true;
}

void Server::check()
{
    const TimePoint now = Clock::now();
    const auto connections = d->context.connections; // changes on the way
    for (Connection *connection : connections)
        connection->check(now);
    if (d->acceptor->isListening())
        d->acceptor->resumeAccepting();
    if (d->context.connections.isEmpty()) {
        d->tick.stop(); // until the next one comes
        Q_EMIT emptied();
    }
}

void Server::setListener(const Listener &listener)
{
    d->maxConnections = listener.maxConnections;
    d->context.rules.maxBodyBytes = listener.maxBodyBytes;
    d->context.rules.door = Door(listener);
}

void Server::leaveAddress()
{
    if (d->acceptor)
        d->acceptor->close();
}

bool Server::takeAddressAgain()
{
    return d->acceptor && d->acceptor->listen(d->address, d->port);
}

void Server::stopAccepting()
{
    d->context.stopping = true;
    leaveAddress();
    const auto connections = d->context.connections;
    for (Connection *connection : connections)
        connection->closeIfIdle();
}

void Server::turnAway(const Error &error)
{
    const auto connections = d->context.connections; // changes on the way
    for (Connection *connection : connections)
        connection->turnAway(error);
}

void Server::closeAll()
{
    if (d->acceptor)
        d->acceptor->close();
    const auto connections = d->context.connections;
    for (Connection *connection : connections)
        connection->drop();
}

quint16 Server::port() const
{
    return d->acceptor ? d->acceptor->serverPort() : 0;
}

int Server::connections() const
{
    return int(d->context.connections.size());
}

bool Server::busy() const
{
    return std::any_of(d->context.connections.cbegin(), d->context.connections.cend(),
                       [](const Connection *connection) { return connection->busy(); });
}

QString Server::errorString() const
{
    return d->problem;
}

bool Server::addressInUse() const
{
    return d->inUse;
}

} // namespace gatehouse
