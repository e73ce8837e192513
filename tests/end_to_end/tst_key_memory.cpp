// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QFile>
#include <QTest>

#include <thread>
#include <vector>

#include <unistd.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QByteArray key = "sk-canary-8f41c2d97be05a63";

//! How often \a needle stands in the memory of process \a pid; -1 where it cannot be looked into.
int copiesIn(qint64 pid, const QByteArray &needle)
{
    QFile maps(u"/proc/%1/maps"_s.arg(pid));
    QFile memory(u"/proc/%1/mem"_s.arg(pid));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return -1;
    int copies = 0;
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const QByteArrayList columns = line.simplified().split(' ');
        if (columns.size() < 2 || !columns[1].startsWith("rw"))
            continue;
        const QByteArrayList ends = columns[0].split('-');
        const qint64 begin = ends[0].toLongLong(nullptr, 16);
        if (!memory.seek(begin))
            continue;
        const QByteArray bytes = memory.read(ends[1].toLongLong(nullptr, 16) - begin);
        copies += int(bytes.count(needle));
    }
    return copies;
}

} // namespace

//! What is left of a key in memory once its provider is gone.
class TestKeyMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forgetsTheKeyOfADeletedProvider();
    void takesItOutOfALateAnswer();
};

void TestKeyMemory::forgetsTheKeyOfADeletedProvider()
{
#ifdef GATEHOUSE_SANITIZED
    QSKIP("A sanitizer keeps what was freed, and terabytes of its own.");
#endif
    FakeProvider provider;
    provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(R"({"choices":[]})"); });
    GatehouseProcess gateway(configWith({}));
    QVERIFY2(gateway.isListening(), gateway.log().constData());
    if (copiesIn(gateway.pid(), key) < 0)
        QSKIP("Only root can look into its memory.");
    QCOMPARE(copiesIn(gateway.pid(), key), 0);

    const auto write = [&](const QByteArray &variables, const QByteArrayList &providers) {
        QFile file(gateway.folder() + "/.env"_L1);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        file.write(variables);
        file.close();
        gateway.saveConfig(configWith(providers));
    };
    write("OTHER=1\nFAKE_KEY=" + key + '\n', {providerAt(provider.port(), "gone", "m")});
    QTRY_COMPARE(exchange(gateway.port(), chatRequest("m")).status, 200);
    QCOMPARE(provider.nextRequest().header("authorization"), "Bearer " + key);
    std::vector<std::thread> crowd;
    for (int i = 0; i < 8; ++i) {
        crowd.emplace_back([&] {
            for (int n = 0; n < 10; ++n)
                exchange(gateway.port(), chatRequest("m"));
        });
    }
    for (std::thread &one : crowd)
        one.join();
    QCOMPARE(copiesIn(gateway.pid(), key), 2); // as it is, and in the header line

    write("OTHER=1\n", {});
    QTRY_COMPARE(exchange(gateway.port(), chatRequest("m")).status, 404);
    QTRY_COMPARE(copiesIn(gateway.pid(), key), 0);
}

//! As long as a request that began with it runs, the key is known and kept out of what the provider repeats.
void TestKeyMemory::takesItOutOfALateAnswer()
{
    FakeProvider provider;
    const QByteArray repeats = R"({"error":{"message":"no such key: )" + fakeKey + R"("}})";
    provider.enqueue(FakeAnswer().wait().send(FakeAnswer::json(repeats, 400).bytes()));
    GatehouseProcess gateway(configWith({providerAt(provider.port(), "gone", "m")}), {}, {fakeKeyVariable});
    QVERIFY2(gateway.isListening(), gateway.log().constData());
    RawClient client(gateway.port());
    QVERIFY(client.send(chatRequest("m")));
    QVERIFY(!provider.nextRequest().method.isEmpty());
    gateway.saveConfig(configWith({}));
    QTRY_COMPARE(exchange(gateway.port(), chatRequest("m")).status, 404);
    provider.open();
    const RawAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.body.contains("no such key: ***"), answer.body.constData());
}

QTEST_GUILESS_MAIN(TestKeyMemory)
#include "tst_key_memory.moc"
