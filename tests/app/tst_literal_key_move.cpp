// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/literal_key_move.h"
#include "gateway/config/config_json.h"
#include "tests/ui/support/memory_secret_store.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! Keys go from a configuration into the keychain: all of them, or the text stays as it is.
class TestLiteralKeyMove final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesEach();
    void overwritesNoOther();
    void stopsWhereTheKeychainRefuses();

private:
    static Result<QByteArray> move(MemorySecretStore &store, const QByteArray &text)
    {
        std::optional<Result<QByteArray>> moved;
        moveKeys(store, text, [&](Result<QByteArray> result) { moved.emplace(std::move(result)); });
        if (!QTest::qWaitFor([&] { return moved.has_value(); }))
            return Error{};
        return *std::move(moved);
    }
    //! A file with one provider and these keys.
    static QByteArray file(const QByteArray &keys)
    {
        return "{\"version\": 1, \"providers\": [{\"id\": \"a\", \"baseUrl\": \"https://a.example:8443/v1\", "
               "\"apiKey\": " +
               keys + "}]}";
    }
};

void TestLiteralKeyMove::movesEach()
{
    MemorySecretStore store;
    const Result<QByteArray> moved =
        move(store, file("[\"sk-one-0123456789\", \"${B}\", \"sk-two-0123456789\"]"));
    QVERIFY(moved);
    const ConfigReading reading = readConfig(moved.value());
    QVERIFY(reading.valid());
    QCOMPARE(reading.config.providers[0].apiKeys,
             (QStringList{u"keychain:a@a.example:8443"_s, u"${B}"_s, u"keychain:a/3@a.example:8443"_s}));
    QCOMPARE(store.entries.value(u"a@a.example:8443"_s), QByteArray("sk-one-0123456789"));
    QCOMPARE(store.entries.value(u"a/3@a.example:8443"_s), QByteArray("sk-two-0123456789"));
    QVERIFY(!moved.value().contains("sk-"));
}

void TestLiteralKeyMove::overwritesNoOther()
{
    MemorySecretStore store;
    store.entries.insert(u"a@a.example:8443"_s, "sk-stored");
    const Result<QByteArray> moved =
        move(store, file("[\"sk-new-0123456789\", \"keychain:a@a.example:8443\"]"));
    QVERIFY(moved);
    QCOMPARE(store.entries.value(u"a@a.example:8443"_s), QByteArray("sk-stored"));
    const QStringList keys = readConfig(moved.value()).config.providers[0].apiKeys;
    QCOMPARE(keys.size(), 2);
    QCOMPARE(keys[1], u"keychain:a@a.example:8443"_s);
    QCOMPARE(store.entries.value(QString(keys[0]).remove(u"keychain:"_s)), QByteArray("sk-new-0123456789"));
}

void TestLiteralKeyMove::stopsWhereTheKeychainRefuses()
{
    MemorySecretStore store;
    store.state = SecretStore::Answer::Locked;
    const Result<QByteArray> moved = move(store, file("\"sk-one-0123456789\""));
    QVERIFY(!moved);
    QVERIFY(!moved.error().message.isEmpty());
    QVERIFY(!moved.error().message.contains(u"sk-"_s));
    QVERIFY(store.entries.isEmpty());
}

QTEST_GUILESS_MAIN(TestLiteralKeyMove)
#include "tst_literal_key_move.moc"
