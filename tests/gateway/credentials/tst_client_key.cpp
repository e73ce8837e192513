// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/credentials/client_key.h"

#include "gateway/config/config_check.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Keys for clients: their form, and what is kept of them.
class TestClientKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isLongAndNeverTheSame()
    {
        static const QRegularExpression form(u"^gh-[0-9a-f]{64}$"_s);
        QSet<QByteArray> keys;
        for (int i = 0; i < 100; ++i) {
            const QByteArray key = newClientKey();
            QVERIFY2(form.match(QString::fromLatin1(key)).hasMatch(), key.constData());
            keys.insert(key);
        }
        QCOMPARE(keys.size(), 100);
    }

    //! FIPS 180-4, appendix B.1, and the empty message.
    void hashesAsKnown_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("hash");
        QTest::newRow("abc")
            << QByteArray("abc")
            << QByteArray("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("empty") << QByteArray()
                               << QByteArray(
                                      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7"
                                      "852b855");
    }

    void hashesAsKnown()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, hash);
        QCOMPARE(clientKeyHash(key), hash);
    }

    void isAcceptedInAConfiguration()
    {
        Config config;
        config.clients = {{u"Cursor"_s, clientKeyHash(newClientKey())}};
        QCOMPARE(check(config), QList<Problem>());
    }
};

QTEST_GUILESS_MAIN(TestClientKey)
#include "tst_client_key.moc"
