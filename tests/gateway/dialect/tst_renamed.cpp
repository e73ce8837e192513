// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/renamed.h"

#include <QTest>

using namespace gatehouse;

//! A model that goes by another name is renamed wherever a Gemini body names it, and nothing else is touched.
class TestRenamed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renames_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *body, const char *expected) {
            QTest::newRow(name) << QByteArray(body) << QByteArray(expected);
        };
        row("none", "{ \"contents\" : [ ] }", "{ \"contents\" : [ ] }");
        row("its own", "{\"model\": \"models/a\", \"content\":{}}",
            "{\"model\": \"models/b\\\"c\", \"content\":{}}");
        row("a batch", "{\"requests\":[{\"model\":\"a\",\"x\":1.0},{\"model\":\"models/a\"}]}",
            "{\"requests\":[{\"model\":\"models/b\\\"c\",\"x\":1.0},{\"model\":\"models/b\\\"c\"}]}");
        row("a count", "{\"generateContentRequest\":{\"model\":\"models/a\",\"contents\":[]}}",
            "{\"generateContentRequest\":{\"model\":\"models/b\\\"c\",\"contents\":[]}}");
        row("of another kind", "{\"model\":7,\"contents\":[{\"model\":\"a\"}]}",
            "{\"model\":7,\"contents\":[{\"model\":\"a\"}]}");
        row("twice", "{\"model\":\"a\",\"model\":\"a\"}",
            "{\"model\":\"models/b\\\"c\",\"model\":\"models/b\\\"c\"}");
        row("no object", "[1]", "[1]");
        row("cut", "{\"model\":\"a", "{\"model\":\"a");
        row("empty", "", "");
    }

    void renames()
    {
        QFETCH(QByteArray, body);
        QTEST(gemini::renamed(body, "b\"c"), "expected");
    }
};

QTEST_GUILESS_MAIN(TestRenamed)
#include "tst_renamed.moc"
