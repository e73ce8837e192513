// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gateway_rig.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! A keychain that answers when it is told to.
class SlowStore final : public SecretStore
{
public:
    QString name() const override { return u"slow"_s; }
    void read(const QString &entry, std::function<void(Answer)> done) override
    {
        asked.append(entry);
        m_done.push_back(std::move(done));
    }
    void write(const QString &, const QByteArray &, std::function<void(Answer)>) override {}
    void remove(const QString &, std::function<void(Answer)>) override {}
    void keepForSession(const QString &, const QByteArray &) override {}
    bool isKeptForSession(const QString &) const override { return false; }

    void answer()
    {
        for (const auto &done : std::exchange(m_done, {}))
            done({Answer::Found, "sk-slow", {}});
    }

    QStringList asked;

private:
    std::vector<std::function<void(Answer)>> m_done;
};

} // namespace

//! No request comes before the keys that it needs.
class TestGatewayKeys : public QObject
{
    Q_OBJECT

    FakeProvider m_provider;

    Config config() const
    {
        Config config;
        config.listener.port = 0;
        config.healthInterval = std::chrono::seconds(0);
        Provider provider;
        provider.id = u"fake"_s;
        provider.baseUrl = u"http://127.0.0.1:%1/v1"_s.arg(m_provider.port());
        provider.apiKeys = {u"keychain:fake@127.0.0.1:%1"_s.arg(m_provider.port())};
        provider.models = {{u"m"_s}};
        provider.proxy = u"none"_s;
        config.providers = {provider};
        return config;
    }

private Q_SLOTS:
    void listensWhenTheKeysAreThere()
    {
        SlowStore store;
        Gateway gateway(&store, std::make_shared<Redactor>());
        QSignalSpy listening(&gateway, &Gateway::listening);
        gateway.apply(config(), {});
        QCOMPARE(store.asked.size(), 1);
        gateway.start();
        QTest::qWait(50); // it has every chance to listen too early
        QCOMPARE(listening.size(), 0);
        store.answer();
        QTRY_COMPARE(listening.size(), 1);
        m_provider.enqueue(FakeAnswer::json(R"({"choices":[{"message":{"content":"Hi"}}]})"));
        const auto port = listening.last().at(1).value<quint16>();
        QCOMPARE(exchange(port, jsonRequest("/v1/chat/completions", R"({"model":"m","messages":[]})")).status,
                 200);
        QCOMPARE(m_provider.nextRequest().header("authorization"), "Bearer sk-slow");
    }

    void listensWithoutThemInTheEnd()
    {
        SlowStore store;
        Gateway gateway(&store, std::make_shared<Redactor>());
        QSignalSpy listening(&gateway, &Gateway::listening);
        gateway.apply(config(), {});
        gateway.start();
        QTRY_COMPARE(listening.size(), 1);
        gateway.apply(config(), {}); // asks again, and nobody waits
        QTRY_COMPARE(store.asked.size(), 2);
        store.answer();
        QCOMPARE(listening.size(), 1);
    }

    void doesNotListenOnceStopped()
    {
        SlowStore store;
        Gateway gateway(&store, std::make_shared<Redactor>());
        QSignalSpy listening(&gateway, &Gateway::listening);
        QSignalSpy stopped(&gateway, &Gateway::stopped);
        gateway.apply(config(), {});
        gateway.start();
        gateway.stop();
        QTRY_COMPARE(stopped.size(), 1);
        store.answer();
        QTest::qWait(50); // it has every chance to listen after all
        QCOMPARE(listening.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGatewayKeys)
#include "tst_gateway_keys.moc"
