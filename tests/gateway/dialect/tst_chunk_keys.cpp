// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/chunk_keys.h"

#include <QTest>

#include <random>

using namespace gatehouse;

namespace {

constexpr std::array keys = {
    ChunkKeys::Error,   ChunkKeys::Index,   ChunkKeys::FinishReason,     ChunkKeys::Usage,
    ChunkKeys::Choices, ChunkKeys::Content, ChunkKeys::ReasoningContent, ChunkKeys::Reasoning,
    ChunkKeys::Refusal, ChunkKeys::Text,    ChunkKeys::ToolCalls,        ChunkKeys::FunctionCall,
    ChunkKeys::Audio,
};

//! All that can be asked of one chunk.
QByteArray told(const ChunkKeys &chunk)
{
    QByteArray text;
    for (const ChunkKeys::Key key : keys) {
        text += chunk.first(key) == '\0' ? '-' : chunk.first(key);
        text += chunk.isText(key) ? 't' : '.';
        text += chunk.isEmptyArray(key) ? 'e' : '.';
    }
    return text;
}

QByteArray toldByNewOne(QByteArrayView json)
{
    ChunkKeys chunk;
    chunk.read(json);
    return told(chunk);
}

} // namespace

class TestChunkKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatStandsInAChunk();
    void keepsNothingOfAnEarlierChunk_data();
    void keepsNothingOfAnEarlierChunk();
    void saysTheSameOfAnyRowOfChunks();
};

void TestChunkKeys::findsWhatStandsInAChunk()
{
    ChunkKeys chunk;
    const QByteArray json = R"({"choices":[{"index":2,"delta":{"content":"a \"usage\":{ b"},)"
                            R"("finish_reason":null}],"usage":{"total_tokens":1}})";
    for (int time = 0; time < 2; ++time) { // the second time from what is remembered
        chunk.read(json);
        QCOMPARE(chunk.first(ChunkKeys::Index), '2');
        QVERIFY(chunk.isText(ChunkKeys::Content));
        QCOMPARE(chunk.first(ChunkKeys::FinishReason), 'n');
        QCOMPARE(chunk.first(ChunkKeys::Usage), '{');
        QCOMPARE(chunk.first(ChunkKeys::Error), '\0');
        QVERIFY(!chunk.isEmptyArray(ChunkKeys::Choices));
    }
}

void TestChunkKeys::keepsNothingOfAnEarlierChunk_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("json");
    const QByteArray usual = R"({"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":null}]})";

    QTest::newRow("usage behind the content before")
        << QByteArray(R"({"choices":[{"delta":{"content":"a"}}],"usage":{"total_tokens":1}})")
        << QByteArray(R"({"choices":[{"delta":{"content":"a"}}]})");
    QTest::newRow("no content") << usual << QByteArray(R"({"choices":[],"usage":{"total_tokens":1}})");
    QTest::newRow("content that is null")
        << usual
        << QByteArray(R"({"choices":[{"index":0,"delta":{"content":null},"finish_reason":"stop"}]})");
    QTest::newRow("an error in the content's place")
        << usual << QByteArray(R"({"choices":[{"index":0,"delta":{"content":{"error":{"code":1}}}}]})");
    QTest::newRow("a space before the text")
        << QByteArray(R"({"index":1,"content": "a"})") << QByteArray(R"({"index":1,"content":  "a"})");
    QTest::newRow("cut within") << usual << usual.first(40);
    QTest::newRow("cut before the text") << usual << usual.first(usual.indexOf("\"a\""));
    QTest::newRow("cut behind the first quote") << usual << usual.first(usual.indexOf("\"a\"") + 1);
    QTest::newRow("nothing") << usual << QByteArray();
    QTest::newRow("another index") << usual << QByteArray(usual).replace("\"index\":0", "\"index\":7");
    QTest::newRow("a beginning too long to keep")
        << QByteArray("{\"id\":\"" + QByteArray(4000, 'x') + "\",\"index\":1,\"content\":\"a\"}") << usual;
}

void TestChunkKeys::keepsNothingOfAnEarlierChunk()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, json);
    ChunkKeys chunk;
    chunk.read(before);
    chunk.read(json);
    QCOMPARE(told(chunk), toldByNewOne(json));
    chunk.read(before);
    QCOMPARE(told(chunk), toldByNewOne(before));
}

void TestChunkKeys::saysTheSameOfAnyRowOfChunks()
{
    static const QByteArrayList parts = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        " ",
        "\"content\"",
        "\"usage\"",
        "\"error\"",
        "\"index\"",
        "\"a\"",
        "\"\"",
        "null",
        "0",
        "5",
        "\\\"",
        "\"",
        "\"text\":",
        "\"refusal\":\"no\"",
        "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"",
        "\"content\":\"",
        "\"choices\":[",
    };
    std::mt19937 random(20260101);
    const auto upTo = [&random](size_t most) {
        return std::uniform_int_distribution<size_t>(0, most)(random);
    };
    for (int stream = 0; stream < 4000; ++stream) {
        ChunkKeys chunk;
        QByteArray beginning;
        for (int event = 0; event < 6; ++event) {
            if (upTo(2) == 0) {
                beginning.clear();
                for (size_t count = upTo(12); count > 0; --count)
                    beginning += parts[qsizetype(upTo(size_t(parts.size() - 1)))];
                beginning += upTo(1) == 0 ? "\"content\":" : "";
            }
            QByteArray json = beginning;
            for (size_t count = upTo(8); count > 0; --count)
                json += parts[qsizetype(upTo(size_t(parts.size() - 1)))];
            chunk.read(json);
            QVERIFY2(told(chunk) == toldByNewOne(json), json.constData());
        }
    }
}

QTEST_APPLESS_MAIN(TestChunkKeys)
#include "tst_chunk_keys.moc"
