// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/upstream/recorder.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! A key goes only to who proves to be the provider.
class TestTransferTls : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<Transfers> m_transfers;

    QString file(const QByteArray &name) const { return m_dir.filePath(QString::fromLatin1(name)); }

    void makeCertificate(const QByteArray &name, const QByteArray &subject)
    {
        const QString base = file(name);
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                       u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-keyout"_s,
                       base + u".key"_s, u"-out"_s, base + u".pem"_s, u"-subj"_s, u"/CN=test"_s, u"-addext"_s,
                       u"subjectAltName="_s + QString::fromLatin1(subject)});
        QVERIFY(openssl.waitForFinished());
        QCOMPARE(openssl.exitCode(), 0);
    }

    //! Signs certificate \a name anew, so that its time is over as it begins; new OpenSSL lets none end
    //! before.
    void letExpire(const QByteArray &name)
    {
        const QString base = file(name);
        QProcess openssl;
        openssl.start(u"openssl"_s, {u"x509"_s, u"-in"_s, base + u".pem"_s, u"-signkey"_s, base + u".key"_s,
                                     u"-days"_s, u"0"_s, u"-out"_s, base + u".pem"_s});
        QVERIFY(openssl.waitForFinished());
        QCOMPARE(openssl.exitCode(), 0);
    }

    QByteArray read(const QString &path)
    {
        QFile opened(path);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    //! Listens with certificate \a name and answers whatever it reads with \a answer.
    void listen(QSslServer &server, const QByteArray &name, const QByteArrayList &protocols, QByteArray &seen,
                const QByteArray &answer)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(read(file(name) + u".pem"_s)));
        configuration.setPrivateKey(QSslKey(read(file(name) + u".key"_s), QSsl::Ec));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setAllowedNextProtocols(protocols);
        server.setSslConfiguration(configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QSslServer::pendingConnectionAvailable, this, [&server, &seen, answer] {
            auto *socket = qobject_cast<QSslSocket *>(server.nextPendingConnection());
            connect(socket, &QSslSocket::readyRead, socket, [socket, &seen, answer] {
                seen += socket->readAll();
                if (!answer.isEmpty())
                    socket->write(answer);
            });
        });
    }

    static bool accepts(quint16 port)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        return socket.waitForConnected(100);
    }

    std::shared_ptr<Link> linkToTls(quint16 port)
    {
        return linkTo("https://localhost:" + QByteArray::number(port));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(QSslSocket::supportsSsl(), "Qt needs its TLS plugin, to play the provider");
        makeCertificate("good", "DNS:localhost");
        makeCertificate("wrongname", "DNS:api.example.org");
        makeCertificate("unknown", "DNS:localhost");
        makeCertificate("expired", "DNS:localhost");
        letExpire("expired");
        QFile trusted(file("trusted.pem"));
        QVERIFY(trusted.open(QIODevice::WriteOnly));
        trusted.write(read(file("good.pem")) + read(file("wrongname.pem")) + read(file("expired.pem")));
        trusted.close();
        qputenv("SSL_CERT_FILE", trusted.fileName().toUtf8());
        m_transfers = std::make_unique<Transfers>();
    }

    void carriesOverTls()
    {
        QSslServer server;
        QByteArray seen;
        listen(server, "good", {}, seen, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        Recorder recorder;
        recorder.transfer = m_transfers->start(requestOver(linkToTls(server.serverPort())), recorder);
        QTRY_VERIFY(recorder.end);
        QVERIFY2(recorder.complete(), qPrintable(recorder.end->message));
        QCOMPARE(recorder.body, "ok");
        QVERIFY(seen.contains("sk-secret"));
    }

    void speaksHttp2WhereOffered()
    {
        QSslServer server;
        QByteArray seen;
        listen(server, "good", {"h2", "http/1.1"}, seen, {});
        Recorder recorder;
        recorder.transfer = m_transfers->start(requestOver(linkToTls(server.serverPort())), recorder);
        QTRY_VERIFY2(seen.startsWith("PRI * HTTP/2.0\r\n"), seen.constData());
    }

    void tellsNothingToOthers_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::newRow("self-signed") << QByteArray("unknown");
        QTest::newRow("expired") << QByteArray("expired");
        QTest::newRow("wrong host") << QByteArray("wrongname");
    }

    void tellsNothingToOthers()
    {
        QFETCH(QByteArray, certificate);
        QSslServer server;
        QByteArray seen;
        listen(server, certificate, {}, seen, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        Recorder recorder;
        recorder.transfer = m_transfers->start(requestOver(linkToTls(server.serverPort())), recorder);
        QTRY_VERIFY(recorder.end);
        QCOMPARE(recorder.end->kind, TransferEnd::Tls);
        QCOMPARE(recorder.end->sends, 0);
        QVERIFY(recorder.end->message.contains(u"certificate"_s));
        QTest::qWait(50);
        QCOMPARE(seen, "");
    }

    void refusesOldProtocols()
    {
        QProcess server;
        const quint16 port = [] {
            QTcpServer probe;
            probe.listen(QHostAddress::LocalHost);
            return probe.serverPort();
        }();
        server.start(u"openssl"_s, {u"s_server"_s, u"-accept"_s, u"127.0.0.1:%1"_s.arg(port), u"-cert"_s,
                                    file("good.pem"), u"-key"_s, file("good.key"), u"-tls1_1"_s, u"-cipher"_s,
                                    u"ALL:@SECLEVEL=0"_s, u"-www"_s});
        QTRY_VERIFY(accepts(port));
        Recorder recorder;
        recorder.transfer = m_transfers->start(requestOver(linkToTls(port)), recorder);
        QTRY_VERIFY(recorder.end);
        QCOMPARE(recorder.end->kind, TransferEnd::Tls);
        server.kill();
        server.waitForFinished();
    }

    void reportsWhatDoesNotSpeakTls()
    {
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, this, [&plain] {
            QTcpSocket *socket = plain.nextPendingConnection();
            socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        });
        Recorder recorder;
        recorder.transfer = m_transfers->start(requestOver(linkToTls(plain.serverPort())), recorder);
        QTRY_VERIFY(recorder.end);
        QCOMPARE(recorder.end->kind, TransferEnd::Tls);
    }
};

QTEST_GUILESS_MAIN(TestTransferTls)
#include "tst_transfer_tls.moc"
