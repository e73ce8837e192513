// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace gatehouse;

//! The keychain on a real Secret Service that nobody unlocks.
class TestKeyringLocked final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatItIsLocked();
};

void TestKeyringLocked::saysThatItIsLocked()
{
    Keychain keychain(2s);
    std::optional<SecretStore::Answer> answer;
    keychain.write(u"openai@api.openai.com"_s, "sk-canary", [&](const auto &given) { answer = given; });
    QTRY_VERIFY_WITH_TIMEOUT(answer, 10000);
    QCOMPARE(answer->state, SecretStore::Answer::Locked);
    QVERIFY(!answer->message.isEmpty());
    // What was refused is not kept in another way.
    QVERIFY(!keychain.isKeptForSession(u"openai@api.openai.com"_s));
}

QTEST_GUILESS_MAIN(TestKeyringLocked)
#include "tst_keyring_locked.moc"
