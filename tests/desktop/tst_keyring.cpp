// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace gatehouse;

//! The keychain on a real Secret Service that is open.
class TestKeyring final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsReplacesAndRemoves();

private:
    using Answer = SecretStore::Answer;

    template<typename Call>
    static Answer wait(Call call)
    {
        std::optional<Answer> answer;
        call([&](const Answer &given) { answer = given; });
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, 15000);
        return answer.value_or(Answer{Answer::Unavailable, {}, u"no answer came"_s});
    }
};

void TestKeyring::keepsReplacesAndRemoves()
{
    Keychain keychain(10s);
    const QString entry = u"openai@api.openai.com"_s;
    const auto read = [&] { return wait([&](auto done) { keychain.read(entry, done); }); };
    const auto write = [&](const QByteArray &secret) {
        return wait([&](auto done) { keychain.write(entry, secret, done); });
    };
    QCOMPARE(read().state, Answer::NotFound);
    const Answer written = write("sk-canary-one");
    QVERIFY2(written.state == Answer::Found, qPrintable(written.message));
    QCOMPARE(read().secret, QByteArray("sk-canary-one"));
    QCOMPARE(write("sk-canary-two").state, Answer::Found);
    QCOMPARE(read().secret, QByteArray("sk-canary-two"));
    QProcess grep;
    grep.start(u"grep"_s, {u"-raqs"_s, u"sk-canary"_s, QDir::homePath()});
    QVERIFY(grep.waitForFinished());
    QCOMPARE(grep.exitCode(), 1);
    QCOMPARE(wait([&](auto done) { keychain.remove(entry, done); }).state, Answer::Found);
    QCOMPARE(read().state, Answer::NotFound);
}

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
