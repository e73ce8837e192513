// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/failure.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Each way to fail has the status and code that the contract gives it.
class TestFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void toErrors_data()
    {
        QTest::addColumn<TransferEnd::Kind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("unreachable") << TransferEnd::Unreachable << 502 << QByteArray("upstream_unreachable");
        QTest::newRow("tls") << TransferEnd::Tls << 502 << QByteArray("upstream_tls");
        QTest::newRow("first byte") << TransferEnd::FirstByteTimeout << 504 << QByteArray("upstream_timeout");
        QTest::newRow("idle") << TransferEnd::IdleTimeout << 504 << QByteArray("upstream_timeout");
        QTest::newRow("broken") << TransferEnd::Broken << 502 << QByteArray("upstream_protocol");
    }

    void toErrors()
    {
        QFETCH(TransferEnd::Kind, kind);
        const Error error = toError({kind, u"because of this"_s}, u"openai"_s);
        QTEST(error.status, "status");
        QTEST(error.code, "code");
        QCOMPARE(error.type, "provider_error");
        QVERIFY(error.message.contains(u"'openai'"_s));
        QVERIFY(error.message.endsWith(u"because of this."_s));
    }

    void namesWhatIsUnusable()
    {
        const Error error = unusableAnswer(u"openai"_s, u"a web page");
        QCOMPARE(error.status, 502);
        QCOMPARE(error.code, "upstream_protocol");
        QCOMPARE(error.message, u"The provider 'openai' sent a web page."_s);
    }
};

QTEST_GUILESS_MAIN(TestFailure)
#include "tst_failure.moc"
