// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QFile>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What a provider says of a failure may repeat the prompt.
class TestRepeatedWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsNothingThatAProviderRepeats();
};

//! Not even by way of the reason for which it is left alone afterwards.
void TestRepeatedWords::keepsNothingThatAProviderRepeats()
{
    Rig rig(R"(,"retry":{"attempts":1})");
    rig.provider.answerWith([](const FakeRequest &request) {
        const QByteArray error = "{\"error\":{\"message\":\"about your words\",\"code\":500}}";
        return request.body.contains("\"stream\":true")
                   ? FakeAnswer::stream({shortChat().events().first(2).join(), "data: " + error + "\n\n"})
                   : FakeAnswer::json(error);
    });
    for (const QByteArray &request : {chatRequest(), streamRequest(), chatRequest(), chatRequest()})
        rig.ask(request);
    const RawAnswer cooling = rig.ask(chatRequest());
    QCOMPARE(cooling.status, 503);
    QVERIFY2(!cooling.body.contains("your words"), cooling.body.constData());
    QCOMPARE(rig.gateway.stop(), 0);
    QVERIFY(!rig.gateway.log().contains("your words"));
    QFile file(rig.gateway.folder() + u"/data/usage.sqlite"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("your words"));
}

QTEST_GUILESS_MAIN(TestRepeatedWords)
#include "tst_repeated_words.moc"
