// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/result.h"

#include <QTest>

#include <memory>

using namespace gatehouse;

//! Result chains values and hands the first error through.
class TestResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chainsMoveOnlyValues()
    {
        auto result = Result<std::unique_ptr<int>>(std::make_unique<int>(20))
                          .andThen([](std::unique_ptr<int> n) { return Result<int>(*n + 1); })
                          .andThen([](int n) { return Result<QString>(QString::number(n * 2)); });
        QVERIFY(result);
        QCOMPARE(*result, QStringLiteral("42"));
    }

    void stopsAtTheFirstError()
    {
        int calls = 0;
        auto result = Result<int>(1)
                          .andThen([](int) {
                              return Result<int>(Error{404, "t", "c", QStringLiteral("gone")});
                          })
                          .andThen([&](int n) {
                              ++calls;
                              return Result<int>(n);
                          });
        QVERIFY(!result);
        QCOMPARE(result.error().status, 404);
        QCOMPARE(calls, 0);
    }
};

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
