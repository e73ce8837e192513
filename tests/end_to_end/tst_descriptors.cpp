// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"
#include "tests/end_to_end/usage_rows.h"

#include <QTest>

#include <sys/resource.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Connections may take all the descriptors that they can get: files and providers still have theirs.
class TestDescriptors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksOnWhenTheyRunOut();
};

void TestDescriptors::worksOnWhenTheyRunOut()
{
#ifdef Q_OS_LINUX
    Rig rig;
    QVERIFY2(rig.gateway.isListening(), rig.gateway.log().constData());
    rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(chatCompletion()); });
    const rlimit few = {100, 100};
    QCOMPARE(::prlimit(pid_t(rig.gateway.pid()), RLIMIT_NOFILE, &few, nullptr), 0);
    std::vector<RawClient> clients;
    int status = 200;
    while (status == 200 && clients.size() < 100) {
        clients.emplace_back(rig.gateway.port());
        clients.back().send(httpRequest("GET", "/health"));
        status = clients.back().readAnswer().status;
    }
    QCOMPARE(status, 503);
    std::vector<RawClient> crowd; // and all who come after
    for (int i = 0; i < 300; ++i)
        crowd.emplace_back(rig.gateway.port());

    // Who is in is served, and what was asked is written down.
    const auto ask = [&](const QByteArray &model) {
        clients.front().send(chatRequest(model));
        return clients.front().readAnswer().status;
    };
    for (int i = 0; i < 10; ++i)
        QCOMPARE(ask("gpt-4o"), 200);
    const QString database = rig.gateway.folder() + u"/data/usage.sqlite"_s;
    QTRY_COMPARE(UsageRows(database).value(u"SELECT count(*) FROM requests WHERE status = 200"_s).toInt(),
                 10);
    QCOMPARE(ask("new-one"), 404);
    rig.gateway.saveConfig(configWith({providerAt(rig.provider.port(), "openai", "new-one")}));
    QTRY_COMPARE(ask("new-one"), 200);

    crowd.clear();
    clients.clear();
    QTRY_COMPARE(rig.ask(httpRequest("GET", "/health")).status, 200);
    QCOMPARE(rig.gateway.stop(), 0);
#else
    QSKIP("the limit of another process cannot be set here");
#endif
}

QTEST_GUILESS_MAIN(TestDescriptors)
#include "tst_descriptors.moc"
