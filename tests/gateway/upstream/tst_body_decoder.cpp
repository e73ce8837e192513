// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/body_decoder.h"

#include <QTest>

using namespace gatehouse;

namespace {

const QByteArray zipped = QByteArray::fromBase64("H4sIAAAAAAACA6tWSlSyMqwFAK+sG1YHAAAA"); // {"a":1}

struct Decoded
{
    QByteArray body;
    BodyDecoder::Step step = BodyDecoder::More;
    QByteArray left;
    bool wholeAtClose = false;
};

//! Feeds \a bytes in pieces of \a size; \a holds: gives each piece back once, as who pauses does.
Decoded decode(const BodyFraming &framing, const QByteArray &bytes, qsizetype size, bool holds = false)
{
    Decoded decoded;
    BodyDecoder decoder(framing);
    for (qsizetype at = 0; at < bytes.size() && decoded.step == BodyDecoder::More; at += size) {
        auto piece = std::make_unique<QByteArray>(bytes.mid(at, size)); // gone when it is used up, or held
        decoder.feed(*piece);
        bool again = false;
        while ((decoded.step = decoder.next()) == BodyDecoder::Piece) {
            again = holds && !again;
            if (again) {
                decoder.hold();
                piece.reset();
            } else {
                decoded.body.append(decoder.piece());
            }
        }
        decoded.left = decoder.left().toByteArray() + bytes.mid(at + size);
    }
    decoded.wholeAtClose = decoder.isWholeAtClose();
    return decoded;
}

BodyFraming lengthOf(qint64 length)
{
    return {BodyFraming::Length, length};
}

constexpr BodyFraming chunked = {BodyFraming::Chunked};
constexpr BodyFraming untilClose = {BodyFraming::UntilClose};

BodyFraming compressed(BodyFraming framing)
{
    framing.compressed = true;
    return framing;
}

} // namespace

Q_DECLARE_METATYPE(gatehouse::BodyFraming)

//! However a body is framed, packed and split, it comes out whole or not at all.
class TestBodyDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheEnd_data()
    {
        QTest::addColumn<BodyFraming>("framing");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("length") << lengthOf(5) << QByteArray("hello") << QByteArray("hello");
        QTest::newRow("chunks") << chunked << QByteArray("5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n")
                                << QByteArray("hello!");
        QTest::newRow("capitals, zeros")
            << chunked << QByteArray("000A\r\n0123456789\r\n000\r\n\r\n") << QByteArray("0123456789");
        QTest::newRow("extensions") << chunked << QByteArray("2;a=\"b\"\r\nhi\r\n0 ; x\r\n\r\n")
                                    << QByteArray("hi");
        QTest::newRow("blank behind the size")
            << chunked << QByteArray("2  \r\nhi\r\n0\r\n\r\n") << QByteArray("hi");
        QTest::newRow("trailers") << chunked << QByteArray("2\r\nhi\r\n0\r\nA: b\r\nC: d\r\n\r\n")
                                  << QByteArray("hi");
        QTest::newRow("LF alone") << chunked << QByteArray("2\nhi\n0\nA: b\n\n") << QByteArray("hi");
        QTest::newRow("nothing in chunks") << chunked << QByteArray("0\r\n\r\n") << QByteArray();
        QTest::newRow("line ends in a chunk")
            << chunked << QByteArray("4\r\n\r\n0\n\r\n0\r\n\r\n") << QByteArray("\r\n0\n");
        QTest::newRow("gzip, length")
            << compressed(lengthOf(zipped.size())) << zipped << QByteArray(R"({"a":1})");
        QTest::newRow("gzip, chunks")
            << compressed(chunked)
            << "5\r\n" + zipped.first(5) + "\r\n" + QByteArray::number(zipped.size() - 5, 16) + "\r\n" +
                   zipped.sliced(5) + "\r\n0\r\n\r\n"
            << QByteArray(R"({"a":1})");
        QTest::newRow("gzip, more behind it")
            << compressed(lengthOf(zipped.size() + 3)) << zipped + "abc" << QByteArray(R"({"a":1})");
        const QByteArray zeros(100'000, '\0');
        const QByteArray deflated = qCompress(zeros, 9).sliced(4);
        QTest::newRow("deflate") << compressed(lengthOf(deflated.size())) << deflated << zeros;
    }

    void findsTheEnd()
    {
        QFETCH(BodyFraming, framing);
        QFETCH(QByteArray, bytes);
        for (qsizetype size = 1; size <= bytes.size() + 7; ++size) {
            for (bool holds : {false, true}) {
                const Decoded decoded = decode(framing, bytes + "behind", size, holds);
                QCOMPARE(decoded.step, BodyDecoder::End);
                QTEST(decoded.body, "body");
                QCOMPARE(decoded.left, "behind");
            }
        }
    }

    void isNotWholeBeforeItsEnd()
    {
        const QByteArray chunks = "5\r\nhello\r\n1\r\n!\r\n0\r\nA: b\r\n\r\n";
        for (qsizetype size = 0; size < chunks.size(); ++size) {
            const Decoded cut = decode(chunked, chunks.first(size), 100);
            QCOMPARE(cut.step, BodyDecoder::More);
            QVERIFY(!cut.wholeAtClose);
        }
        for (qsizetype size = 0; size < 5; ++size)
            QVERIFY(!decode(lengthOf(5), QByteArray("hello").first(size), 100).wholeAtClose);
        for (qsizetype size = 1; size < zipped.size() - 8; ++size) {
            QVERIFY(!decode(compressed(untilClose), zipped.first(size), 100).wholeAtClose);
            QCOMPARE(decode(compressed(lengthOf(size)), zipped.first(size) + "x", 100).step,
                     BodyDecoder::Wrong);
        }
        QVERIFY(decode(compressed(untilClose), zipped, 100).wholeAtClose);
        QVERIFY(decode(untilClose, "hello", 2).wholeAtClose);
        QCOMPARE(decode(untilClose, "hello", 2).body, "hello");
    }

    void endsWithoutAByte()
    {
        for (const BodyFraming &framing :
             {BodyFraming(), compressed(BodyFraming()), lengthOf(0), compressed(lengthOf(0))}) {
            BodyDecoder decoder(framing);
            QCOMPARE(decoder.next(), BodyDecoder::End);
        }
        QVERIFY(BodyDecoder(BodyFraming()).isWholeAtClose());
        QVERIFY(BodyDecoder(untilClose).isWholeAtClose());
        QVERIFY(BodyDecoder(compressed(untilClose)).isWholeAtClose());
    }

    void refusesWhatIsBroken_data()
    {
        QTest::addColumn<BodyFraming>("framing");
        QTest::addColumn<QByteArray>("bytes");
        for (const char *bytes : {"\r\n", "x\r\n", "-1\r\nx", " 2\r\nhi", ";a\r\n", "1\r\nab", "1\r\na\rb",
                                  "1\r\na\r\r\n", "1000000000000000\r\n", "fffffffffffffffff\r\n"})
            QTest::newRow(bytes) << chunked << QByteArray(bytes);
        QTest::newRow("endless extension") << chunked << "1;" + QByteArray(100'000, 'x');
        QTest::newRow("endless trailers") << chunked << "0\r\n" + QByteArray("a: b\r\n").repeated(20'000);
        QTest::newRow("not gzip") << compressed(lengthOf(16)) << QByteArray("abcdefghijklmnop");
        QByteArray broken = zipped;
        broken[zipped.size() - 6] = char(broken[zipped.size() - 6] ^ 1); // the checksum
        QTest::newRow("gzip's checksum") << compressed(lengthOf(broken.size())) << broken;
    }

    void refusesWhatIsBroken()
    {
        QFETCH(BodyFraming, framing);
        QFETCH(QByteArray, bytes);
        for (qsizetype size : {qsizetype(1), qsizetype(3), bytes.size()})
            QCOMPARE(decode(framing, bytes, size).step, BodyDecoder::Wrong);
    }
};

QTEST_GUILESS_MAIN(TestBodyDecoder)
#include "tst_body_decoder.moc"
