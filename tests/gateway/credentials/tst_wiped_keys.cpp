// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/redact.h"
#include "gateway/base/secret_bytes.h"
#include "gateway/config/config_json.h"
#include "gateway/credentials/env_file.h"
#include "gateway/credentials/secrets.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <malloc.h>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

constexpr char canary[] = "sk-canary-7Vq2mX9rTz4LbW";
constexpr char part[] = "7Vq2mX9rTz4"; // also of a copy that was cut

std::atomic<bool> watching = false;
std::atomic<int> freedWithKey = 0;

} // namespace

// All blocks that this program frees come by here, Qt's too, and are looked into before they go (glibc).
extern "C" void __libc_free(void *block);
extern "C" void free(void *block)
{
    if (watching && block && ::memmem(block, ::malloc_usable_size(block), part, sizeof part - 1))
        ++freedWithKey;
    __libc_free(block);
}
extern "C" void *realloc(void *block, size_t size)
{
    void *moved = std::malloc(size);
    if (block && moved)
        std::memcpy(moved, block, std::min(size, ::malloc_usable_size(block)));
    if (moved)
        free(block);
    return moved;
}

namespace {

//! A key in bytes of its own, made without leaving pieces behind.
QByteArray keyWith(const char *ending)
{
    QByteArray key;
    key.reserve(100);
    return key.append(canary).append(ending);
}

//! How many blocks with the key in them were freed while \a work ran.
template<typename Work>
int leftBehind(Work work)
{
    freedWithKey = 0;
    watching = true;
    work();
    watching = false;
    return freedWithKey;
}

} // namespace

//! That no memory with a key in it is given back by what keeps keys.
class TestWipedKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTestSeesWhatIsLeft();
    void wipesWhatIsItsOwn();
    void leavesWhatOthersShare();
    void theLastCopyWipes();
    void environmentFile_data();
    void environmentFile();
    void resolvedKeys();
    void redactor();
};

void TestWipedKeys::theTestSeesWhatIsLeft()
{
    QCOMPARE(leftBehind([] { keyWith(""); }), 1);
}

void TestWipedKeys::wipesWhatIsItsOwn()
{
    QByteArray bytes(canary);
    QCOMPARE(leftBehind([&] { wipe(bytes); }), 0);
    QVERIFY(bytes.isNull());
    wipe(bytes); // of nothing
    QVERIFY(bytes.isNull());
}

void TestWipedKeys::leavesWhatOthersShare()
{
    QByteArray bytes(canary);
    const QByteArray shared = bytes;
    wipe(bytes);
    QCOMPARE(shared, canary);
    QByteArray literal = QByteArrayLiteral("a literal");
    wipe(literal); // lies in memory that cannot be written
    QVERIFY(literal.isEmpty());
    QByteArray view = QByteArray::fromRawData(canary, sizeof canary - 1);
    wipe(view);
    QCOMPARE(QByteArray(canary).size(), qsizetype(sizeof canary - 1));
}

void TestWipedKeys::theLastCopyWipes()
{
    QCOMPARE(leftBehind([] {
                 SecretBytes first = keyWith("");
                 SecretBytes second = first;
                 QList<SecretBytes> list{first, second, keyWith("-2")};
                 first = keyWith("-3");
                 second = std::move(first);
                 first = SecretBytes();
                 list.append(second);
                 list.removeFirst();
             }),
             0);
}

void TestWipedKeys::environmentFile_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("bare") << QByteArray("KEY=") + canary;
    QTest::newRow("with spaces") << QByteArray("  export KEY =  ") + canary + "   # mine";
    QTest::newRow("in double quotes") << QByteArray("KEY=\"") + canary + "\"";
    QTest::newRow("in single quotes") << QByteArray("KEY='") + canary + "'";
    QTest::newRow("with more behind") << QByteArray("KEY='") + canary + "' more";
    QTest::newRow("unclosed") << QByteArray("KEY='") + canary;
    QTest::newRow("twice") << QByteArray("KEY=") + canary + "\nKEY=" + canary + "-2";
}

void TestWipedKeys::environmentFile()
{
    QFETCH(QByteArray, line);
    QCOMPARE(leftBehind([&] {
                 Environment environment = Environment::fromProcess();
                 environment.readFile(line);
                 const Environment copy = environment;
                 environment.readFile("KEY=other");
             }),
             0);
}

void TestWipedKeys::resolvedKeys()
{
    const ConfigReading reading = readConfig(
        R"({"version":1,"providers":[{"id":"a","baseUrl":"https://a.example/v1","apiKey":["${KEY}","keychain:a@a.example"],"models":[{"id":"m"}]}]})");
    QVERIFY(reading.valid());
    const QByteArray line = QByteArray("KEY=") + canary;
    QCOMPARE(leftBehind([&] {
                 Environment environment;
                 environment.readFile(line);
                 KeychainKeys stored;
                 stored.insert(u"a@a.example"_s, Key{keyWith("")});
                 const QList<Key> keys = resolveKeys(reading.config.providers[0], environment, stored);
                 if (keys.size() != 2 || !keys[0].usable() || !keys[1].usable())
                     ++freedWithKey;
             }),
             0);
}

void TestWipedKeys::redactor()
{
    Redactor redactor;
    const SecretBytes awkward = keyWith("/with \"all\"\\kinds");
    QCOMPARE(leftBehind([&] {
                 redactor.setSecrets({awkward.bytes(), keyWith("-2")});
                 redactor.setSecrets({awkward.bytes()});
                 redactor.setSecrets({});
             }),
             0);
}

QTEST_GUILESS_MAIN(TestWipedKeys)
#include "tst_wiped_keys.moc"
