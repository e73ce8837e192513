// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/self_test_rig.h"

#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Whom a self-test asks, what is kept of it, and that routing goes by it.
class TestSelfTestKept : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! A route may have the full name of a model: it leads elsewhere, but not what is tested.
    void noRouteLeadsAway()
    {
        SelfTestRig rig;
        FakeProvider other;
        other.answerWith(able);
        rig.provider.answerWith(refusingImages);
        Provider second = rig.fake();
        second.id = u"other"_s;
        second.baseUrl = u"http://127.0.0.1:%1/v1"_s.arg(other.port());
        rig.config.providers.append(second);
        Route route;
        route.model = u"fake/m"_s;
        route.targets = {{u"other"_s, u"m"_s}};
        rig.config.routes = {route};
        rig.gateway.apply(rig.config, {});
        QCOMPARE(rig.run().results[Feature::Image].verdict, FeatureResult::Fails);
        QCOMPARE(other.requestCount(), 0);
        QCOMPARE(rig.provider.requestCount(), 10);
    }

    void keptWhileTheProviderIsThere()
    {
        SelfTestRig rig;
        rig.provider.answerWith(able);
        const auto models = [&] {
            QStringList all;
            for (const CapabilitySheet &sheet : rig.gateway.capabilities())
                all.append(sheet.provider + u'/' + sheet.model);
            return all;
        };
        Provider second = rig.fake();
        second.id = u"second"_s;
        rig.config.providers.append(second);
        rig.gateway.apply(rig.config, {});
        rig.run();
        rig.config.providers[0].models = {{u"n"_s}}; // a list that is read anew may come without it
        rig.gateway.apply(rig.config, {});
        rig.run(u"second"_s);
        QCOMPARE(models(), (QStringList{u"fake/m"_s, u"second/m"_s}));
        rig.config.providers[0].baseUrl += u'/';
        rig.gateway.apply(rig.config, {});
        rig.run(u"second"_s);
        QCOMPARE(models(), QStringList{u"second/m"_s});
    }

    void routesByWhatItFound_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("image");
        const QByteArray png = "\"data\":\"iVBORw0KGgo=\"";
        QTest::newRow("chat")
            << QByteArray("/v1/chat/completions")
            << QByteArray("{\"model\":\"r\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
            << QByteArray(
                   "{\"model\":\"r\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\","
                   "\"image_url\":{\"url\":\"data:image/png;base64,iVBORw0KGgo=\"}}]}]}");
        QTest::newRow("responses")
            << QByteArray("/v1/responses") << QByteArray("{\"model\":\"r\",\"input\":\"Hi\"}")
            << QByteArray(
                   "{\"model\":\"r\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_image\","
                   "\"image_url\":\"data:image/png;base64,iVBORw0KGgo=\"}]}]}");
        QTest::newRow("messages")
            << QByteArray("/v1/messages")
            << QByteArray(
                   "{\"model\":\"r\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
            << QByteArray("{\"model\":\"r\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":[{"
                          "\"type\":\"image\",\"source\":"
                          "{\"type\":\"base64\",\"media_type\":\"image/png\"," +
                          png + "}}]}]}");
        QTest::newRow("gemini") << QByteArray("/v1beta/models/r:generateContent")
                                << QByteArray(
                                       "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hi\"}]}]}")
                                << QByteArray("{\"contents\":[{\"role\":\"user\",\"parts\":[{\"inlineData\":{"
                                              "\"mimeType\":\"image/png\"," +
                                              png + "}}]}]}");
    }

    void routesByWhatItFound()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, image);
        QTemporaryDir dir;
        const QString file = dir.filePath(u"capabilities.json"_s);
        FakeProvider seeing;
        seeing.answerWith(able);
        SelfTestRig rig;
        rig.gateway.openCapabilities(file);
        rig.provider.answerWith(refusingImages);
        QCOMPARE(rig.run().results[Feature::Image].verdict, FeatureResult::Fails);
        QVERIFY(QFile::exists(file));

        Gateway restarted(nullptr, rig.redactor);
        QSignalSpy listening(&restarted, &Gateway::listening);
        restarted.openCapabilities(file);
        QCOMPARE(restarted.capabilities(), rig.gateway.capabilities());
        Config config = rig.config;
        Provider second = rig.fake();
        second.id = u"seeing"_s;
        second.baseUrl = u"http://127.0.0.1:%1/v1"_s.arg(seeing.port());
        config.providers.append(second);
        Route route;
        route.model = u"r"_s;
        route.targets = {{u"fake"_s, u"m"_s}, {u"seeing"_s, u"m"_s}};
        config.routes = {route};
        restarted.apply(config, {});
        restarted.start();
        QTRY_COMPARE_WITH_TIMEOUT(listening.size(), 1, soon);
        const auto port = listening.last().at(1).value<quint16>();
        const auto provider = [&](const QByteArray &body) {
            const RawAnswer answer = exchange(port, jsonRequest(path, body));
            return answer.status == 200 ? answer.header("x-gatehouse-provider") : answer.body;
        };
        rig.provider.reset();
        rig.provider.answerWith(able);
        QCOMPARE(provider(text), QByteArray("fake"));
        QCOMPARE(provider(image), QByteArray("seeing"));

        config.providers[1].apiKeys = {u"${GATEHOUSE_KEY_THAT_IS_NOT_SET}"_s}; // the other one is left
        restarted.apply(config, {});
        QCOMPARE(provider(image), QByteArray("fake"));

        config.providers[1].apiKeys.clear();
        config.providers[0].baseUrl += u'/'; // another address: the sheet says nothing of it
        restarted.apply(config, {});
        QCOMPARE(provider(image), QByteArray("fake"));
    }
};

QTEST_GUILESS_MAIN(TestSelfTestKept)
#include "tst_self_test_kept.moc"
