// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! Chat clients are served by Anthropic's dialect.
class TestChatAnthropic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anthropic_data() { addGoldenRows(u"chat-anthropic"_s); }
    void anthropic()
    {
        QFETCH(QString, file);
        QCOMPARE(goldenProblem(file), QString());
    }
};

QTEST_GUILESS_MAIN(TestChatAnthropic)
#include "tst_chat_anthropic.moc"
