// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! Messages clients are served by OpenAI's dialect.
class TestMessagesOpenai : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openai_data() { addGoldenRows(u"messages-openai"_s); }
    void openai()
    {
        QFETCH(QString, file);
        QCOMPARE(goldenProblem(file), QString());
    }
};

QTEST_GUILESS_MAIN(TestMessagesOpenai)
#include "tst_messages_openai.moc"
