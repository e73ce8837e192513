// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/body_reader.h"

#include <QByteArray>
#include <QTest>

#include <vector>

using namespace gatehouse;

//! Scattered views read as one body, from any place and in any steps.
class TestBodyReader : public QObject
{
    Q_OBJECT

    static QByteArray readAll(BodyReader &reader, qsizetype step)
    {
        QByteArray all;
        QByteArray buffer(step, '\0');
        while (const qsizetype size = reader.read(buffer.data(), step))
            all.append(buffer.constData(), size);
        return all;
    }

private Q_SLOTS:
    void readsFromEverywhere()
    {
        const std::vector<QByteArrayView> views = {"", "ab", "", "", "cdefg", "h", ""};
        const QByteArray whole = "abcdefgh";
        BodyReader reader(views);
        for (qsizetype step : {1, 2, 3, 100}) {
            for (qsizetype from = 0; from <= whole.size(); ++from) {
                QVERIFY(reader.seek(from));
                QCOMPARE(readAll(reader, step), whole.sliced(from));
            }
        }
        QVERIFY(!reader.seek(whole.size() + 1));
        QVERIFY(!reader.seek(-1));
    }

    void readsNothing()
    {
        BodyReader none;
        char c = 0;
        QCOMPARE(none.read(&c, 1), 0);
        QVERIFY(none.seek(0));
        QVERIFY(!none.seek(1));
    }
};

QTEST_GUILESS_MAIN(TestBodyReader)
#include "tst_body_reader.moc"
