// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <thread>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

#ifdef GATEHOUSE_SANITIZED
constexpr int perThread = 100;
#else
constexpr int perThread = 625;
#endif
constexpr int threads = 8;

//! One of twelve ways to fail, or an answer.
FakeAnswer anyAnswer(const FakeRequest &request)
{
    const bool stream = request.body.contains("\"stream\":true");
    const FakeAnswer good =
        stream ? FakeAnswer::stream(shortChat().done().events()) : FakeAnswer::json(chatCompletion());
    const FakeAnswer begun = FakeAnswer::streamHead().chunk(SseScript().role().text("Hel").bytes());
    switch (QRandomGenerator::global()->bounded(24)) {
    case 0:
        return FakeAnswer().reset();
    case 1:
        return FakeAnswer().close();
    case 2:
        return good.cutAt(20);
    case 3:
        return good.cutAt(good.bytes().size() / 2);
    case 4:
        return FakeAnswer::json("{}", 500);
    case 5:
        return FakeAnswer::json("{}", 503);
    case 6:
        return FakeAnswer::json("{}", 429, {"retry-after-ms: 5"});
    case 7:
        return FakeAnswer::whole(200, "text/html", "<html>");
    case 8:
        return FakeAnswer::raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    case 9:
        return FakeAnswer::stream({});
    case 10:
        return stream ? FakeAnswer(begun).reset() : good;
    case 11:
        return stream ? FakeAnswer(begun).chunk("data: {\"error\":{\"message\":\"x\"}}\n\n").lastChunk()
                      : good;
    default:
        return good;
    }
}

//! A whole answer or an honest error; anything else is a lie.
bool isHonest(const RawAnswer &answer, bool stream)
{
    if (answer.status >= 400)
        return answer.whole && !answer.body.isEmpty();
    if (answer.status != 200)
        return false;
    if (!stream)
        return answer.whole && answer.body == chatCompletion();
    const bool done = answer.body.endsWith("data: [DONE]\n\n");
    const bool error = answer.body.contains("\"error\"");
    return done ? answer.whole && !error : error && !answer.whole;
}

} // namespace

//! Thousands of requests against providers that fail at random in twelve ways.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyClientIsToldTheTruth()
    {
        FakeProvider providers[3];
        QByteArrayList rows;
        for (int i = 0; i < 3; ++i) {
            providers[i].answerWith(anyAnswer);
            rows.append(providerAt(providers[i].port(), "p" + QByteArray::number(i), "gpt-4o",
                                   R"(,"retry":{"attempts":2,"baseDelayMs":1,"maxDelayMs":20})"));
        }
        GatehouseProcess gateway(configWith(rows, noCooldown), {}, {fakeKeyVariable});
        QVERIFY2(gateway.isListening(), gateway.log().constData());
        exchange(gateway.port(), chatRequest()); // opens what stays open for all that follow

        const auto descriptors = [&] {
            return QDir(u"/proc/%1/fd"_s.arg(gateway.pid()))
                .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                .size();
        };
        const auto before = descriptors();
        if (before == 0)
            qInfo("Its descriptors can only be counted as root: it hides them.");
        std::atomic<int> lies = 0;
        std::atomic<int> answers = 0;
        std::vector<std::thread> crowd;
        for (int t = 0; t < threads; ++t) {
            crowd.emplace_back([&, t] {
                for (int i = 0; i < perThread; ++i) {
                    const bool stream = (i + t) % 2;
                    const RawAnswer answer =
                        exchange(gateway.port(), stream ? streamRequest() : chatRequest());
                    answers += answer.status == 200;
                    if (!isHonest(answer, stream)) {
                        ++lies;
                        qWarning() << answer.head << answer.body.left(2000) << answer.whole;
                    }
                }
            });
        }
        for (std::thread &thread : crowd)
            thread.join();
        QCOMPARE(lies.load(), 0);
        QVERIFY2(answers > threads * perThread / 4, QByteArray::number(answers).constData());
        QTRY_COMPARE_WITH_TIMEOUT(gateway.records().size(), threads * perThread + 1, 10000);
        int asked = 0;
        int sends = 0;
        for (const FakeProvider &provider : providers)
            asked += provider.requestCount();
        const auto records = gateway.records();
        for (const QJsonObject &record : records)
            sends += record["sends"_L1].toInt();
        QCOMPARE(asked, sends); // nobody was asked without a word about it
        // What stays open are connections to providers that wait for the next request.
        const auto kept = [&] {
            qsizetype count = 0;
            for (const FakeProvider &provider : providers)
                count += provider.connectionsNow();
            return count;
        };
        QTRY_VERIFY_WITH_TIMEOUT(descriptors() <= before + kept(), 10000);
        QCOMPARE(gateway.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
