// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/sql_insert.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

Q_DECLARE_METATYPE(gatehouse::SqlInsert::Way)

//! Both ways store the same, and say the same of what does not work.
class TestSqlInsert final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        m_database.setDatabaseName(u":memory:"_s);
        QVERIFY(m_database.open());
        QVERIFY(
            !run(m_database, u"CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL, size REAL)"_s));
    }
    void cleanup()
    {
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"test"_s);
    }

#ifdef Q_OS_LINUX // distributions build Qt with the system's SQLite
    void sharesTheConnection()
    {
        QVERIFY(SqlInsert(m_database, u"t"_s).isDirect());
        QVERIFY(!SqlInsert(m_database, u"t"_s, SqlInsert::Way::ThroughQt).isDirect());
    }
#endif

    void values_data()
    {
        ways();
    }
    void values()
    {
        QFETCH(SqlInsert::Way, way);
        const QByteArray name = "Zürich, \"東京\"";
        {
            SqlInsert rows(m_database, u"t"_s, way);
            QVERIFY(!rows.add({qint64(1), name, 0.5}));
            QVERIFY(!rows.add({qint64(1) << 40, QByteArrayView(), SqlValue()}));
        }
        QSqlQuery query(m_database);
        QVERIFY(!ask(query, u"SELECT id, name, size, typeof(name) FROM t ORDER BY id"_s));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toLongLong(), 1);
        QCOMPARE(query.value(1).toString(), QString::fromUtf8(name));
        QCOMPARE(query.value(2).toDouble(), 0.5);
        QCOMPARE(query.value(3).toString(), u"text"_s);
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toLongLong(), qint64(1) << 40);
        QCOMPARE(query.value(1).toString(), QString());
        QVERIFY(!query.isNull(1));
        QVERIFY(query.isNull(2));
    }

    void failures_data()
    {
        ways();
    }
    void failures()
    {
        QFETCH(SqlInsert::Way, way);
        SqlInsert absent(m_database, u"nowhere"_s, way);
        const SqlOutcome misfit = absent.add({qint64(1)});
        QVERIFY(misfit);
        QCOMPARE(misfit->fault, SqlFault::Misfit);

        SqlInsert rows(m_database, u"t"_s, way);
        QVERIFY(!rows.add({qint64(1), QByteArrayView("a"), 1.0}));
        const SqlOutcome taken = rows.add({qint64(1), QByteArrayView("b"), 1.0});
        QVERIFY(taken);
        QCOMPARE(taken->fault, SqlFault::Other);
        QVERIFY2(taken->message.contains("UNIQUE"_L1), qPrintable(taken->message));
        QVERIFY2(!rows.add({qint64(2), QByteArrayView("b"), 1.0}), "a row that failed spoils no other");
    }

private:
    static void ways()
    {
        QTest::addColumn<SqlInsert::Way>("way");
        QTest::newRow("direct") << SqlInsert::Way::Direct;
        QTest::newRow("through Qt") << SqlInsert::Way::ThroughQt;
    }

    QSqlDatabase m_database;
};

QTEST_GUILESS_MAIN(TestSqlInsert)
#include "tst_sql_insert.moc"
