// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_provider.h"
#include "tests/ui/providers/rich_provider.h"

#include <QComboBox>
#include <QTableView>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr auto modelsList = R"({"object":"list","data":[{"id":"m1"},{"id":"m2"},{"id":"o3"}]})";
constexpr auto answer =
    R"({"id":"x","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"a"},"finish_reason":"length"}],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}})";

Config configFor(const FakeProvider &fake)
{
    Config config;
    config.providers = {someProvider(u"fake"_s, u"Fake"_s)};
    config.providers[0].baseUrl = u"http://127.0.0.1:%1/v1"_s.arg(fake.port());
    config.providers[0].apiKeys = {};
    config.providers[0].models = {{u"m2"_s, u"fast"_s}, {u"old"_s}};
    config.providers[0].proxy = u"none"_s;
    return config;
}

//! What is in the list, ticked ones with a `+`.
QStringList models(const DialogBench &bench)
{
    const QAbstractItemModel *model = bench.find<QTableView>("models")->model();
    QStringList models;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        const QString mark = index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? u"+"_s : QString();
        models.append(mark + index.data().toString());
    }
    return models;
}

} // namespace

//! Asking a provider from its dialog, through the real gateway.
class TestProviderProbes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void getsTheListOfModels()
    {
        FakeProvider fake;
        fake.answerWith([](const FakeRequest &) { return FakeAnswer::json(modelsList); });
        DialogBench bench(configFor(fake));
        bench.edit(u"fake"_s);
        bench.press("fetchModels");
        QTRY_COMPARE(models(bench), (QStringList{u"+m2"_s, u"+old"_s, u"m1"_s, u"o3"_s}));
        QCOMPARE(fake.requests().first().target, QByteArray("/v1/models"));
        QVERIFY(!bench.find<QLabel>("fetchResult")->isVisible());

        fake.answerWith([](const FakeRequest &) { return FakeAnswer::json(R"({"data":[{"id":"new"}]})"); });
        bench.press("fetchModels");
        QTRY_COMPARE(models(bench), (QStringList{u"+m2"_s, u"+old"_s, u"new"_s}));
    }

    void saysWhyThereIsNoList()
    {
        FakeProvider fake;
        fake.answerWith([](const FakeRequest &) { return FakeAnswer::json("{}", 401); });
        DialogBench bench(configFor(fake));
        bench.edit(u"fake"_s);
        bench.press("fetchModels");
        QTRY_COMPARE(bench.label("fetchResult"), u"The key was refused."_s);
        QCOMPARE(models(bench), (QStringList{u"+m2"_s, u"+old"_s}));
    }

    void canBeStopped()
    {
        FakeProvider fake;
        fake.answerWith(
            [](const FakeRequest &) { return FakeAnswer::raw({}).wait().send("HTTP/1.1 200 OK\r\n\r\n"); });
        DialogBench bench(configFor(fake));
        bench.edit(u"fake"_s);
        const QString before = bench.find<QPushButton>("test")->text();
        bench.press("test");
        QTRY_COMPARE(fake.requestCount(), 1);
        QVERIFY(bench.find<QPushButton>("test")->text() != before);
        bench.press("test");
        QCOMPARE(bench.find<QPushButton>("test")->text(), before);
        QTRY_COMPARE(fake.connectionsNow(), 0); // given up for real
        QCOMPARE(bench.label("testResult"), QString());
    }

    //! With what stands in the form and was not saved, the typed key too.
    void testsWhatIsTyped()
    {
        FakeProvider fake;
        fake.answerWith([](const FakeRequest &request) {
            return FakeAnswer::json(request.method == "GET" ? modelsList : answer);
        });
        DialogBench bench;
        bench.add();
        bench.choose({});
        bench.press("test");
        QVERIFY(!bench.note("baseUrlNote").isEmpty()); // there is nothing to ask yet
        bench.write("name", u"New"_s);
        bench.write("baseUrl", u"http://127.0.0.1:%1/v1"_s.arg(fake.port()));
        bench.find<QComboBox>("proxyKind")->setCurrentIndex(1);
        bench.tick("manualKey", true);
        bench.press("test");
        QVERIFY(!bench.note("keyNote").isEmpty());
        QCOMPARE(fake.requestCount(), 0);
        bench.write("key", u"sk-typed"_s);
        QVERIFY(!bench.find<QPushButton>("token")->isVisible());
        bench.press("test");
        QTRY_VERIFY(bench.label("testResult").startsWith(u"It works: a list of 3"_s));
        QCOMPARE(fake.requests().last().header("authorization"), QByteArray("Bearer sk-typed"));
        QCOMPARE(models(bench), (QStringList{u"m1"_s, u"m2"_s, u"o3"_s}));
        QCOMPARE(fake.requestCount(), 1); // a token is spent only when asked for

        auto *token = bench.find<QPushButton>("token");
        QVERIFY(token->isVisible());
        QVERIFY(token->text().contains(u"costs"_s));
        bench.find<QComboBox>("tokenModel")->setEditText(u"o3"_s);
        token->click();
        QTRY_VERIFY(bench.label("testResult").startsWith(u"It works: an answer"_s));
        QCOMPARE(fake.requests().last().method, QByteArray("POST"));
        QVERIFY(fake.requests().last().body.contains("\"o3\""));
        QVERIFY(bench.rig.saved.isEmpty());
        QVERIFY(bench.rig.secrets.entries.isEmpty());
    }

    void forgetsWhatIsNoLongerSo_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<bool>("forgets");
        QTest::newRow("address") << QByteArray("baseUrl") << true;
        QTest::newRow("key") << QByteArray("key") << true;
        QTest::newRow("proxy") << QByteArray("proxy") << true;
        QTest::newRow("header") << QByteArray("header") << true;
        QTest::newRow("model") << QByteArray("model") << true;
        QTest::newRow("name") << QByteArray("name") << false;
    }

    //! A green mark is of what stands there now.
    void forgetsWhatIsNoLongerSo()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const bool, forgets);
        FakeProvider fake;
        fake.answerWith([](const FakeRequest &request) {
            return FakeAnswer::json(request.method == "GET" ? modelsList : answer);
        });
        DialogBench bench(configFor(fake));
        bench.edit(u"fake"_s);
        bench.tick("manualKey", true);
        bench.write("key", u"sk-typed"_s);
        bench.press("test");
        QTRY_VERIFY(bench.label("testResult").startsWith(u"It works"_s));
        if (field == "model") {
            bench.press("token");
            QTRY_VERIFY(bench.label("testResult").startsWith(u"It works: an answer"_s));
            bench.find<QComboBox>("tokenModel")->setEditText(u"o3"_s);
            QVERIFY(bench.find<QPushButton>("token")->isVisible());
        } else if (field == "header") {
            setCellInNewHeader(bench, u"X-New"_s, u"1"_s);
        } else if (field == "proxy") {
            bench.find<QComboBox>("proxyKind")->setCurrentIndex(0);
        } else {
            bench.write(field.constData(), u"other"_s);
        }
        QCOMPARE(bench.label("testResult").isEmpty(), forgets);
    }

    void saysWhatWentWrong_data()
    {
        QTest::addColumn<FakeAnswer>("given");
        QTest::addColumn<QString>("text");
        QTest::newRow("refused") << FakeAnswer::json(R"({"error":{"message":"<b>bad key</b>"}})", 401)
                                 << u"The key was refused."_s;
        QTest::newRow("a web page") << FakeAnswer::whole(200, "text/html", "<!DOCTYPE html><h1>Router</h1>")
                                    << u"This is not an API: it answered with a web page."_s;
        QTest::newRow("a fault") << FakeAnswer::json("{}", 500)
                                 << u"The provider has a fault of its own (HTTP 500). Try again later."_s;
    }

    void saysWhatWentWrong()
    {
        QFETCH(FakeAnswer, given);
        QFETCH(QString, text);
        FakeProvider fake;
        fake.answerWith([given](const FakeRequest &) { return given; });
        DialogBench bench(configFor(fake));
        bench.edit(u"fake"_s);
        bench.press("test");
        QTRY_COMPARE(bench.label("testResult"), text);
        QCOMPARE(bench.find<QLabel>("testEvidence")->textFormat(), Qt::PlainText);
        QVERIFY(!bench.find<QPushButton>("token")->isVisible());
    }

    void saysThatNothingListens()
    {
        FakeProvider fake;
        DialogBench bench(configFor(fake)); // before the port is gone
        fake.refuse();
        bench.edit(u"fake"_s);
        bench.press("test");
        QTRY_VERIFY(bench.label("testResult").contains(u"cannot be reached"_s));
    }

    void givesUpWithTheDialog()
    {
        FakeProvider fake;
        fake.answerWith([](const FakeRequest &) { return FakeAnswer::raw({}).wait(); });
        DialogBench bench(configFor(fake));
        bench.edit(u"fake"_s);
        bench.press("test");
        QTRY_COMPARE(fake.requestCount(), 1);
        bench.dialog.reset();
        QTRY_COMPARE(fake.connectionsNow(), 0);
    }
};

QTEST_MAIN(TestProviderProbes)
#include "tst_provider_probes.moc"
