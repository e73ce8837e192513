// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"
#include "tests/end_to_end/usage_rows.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString databaseOf(const GatehouseProcess &gateway)
{
    return gateway.folder() + u"/data/usage.sqlite"_s;
}

//! Takes as many descriptors as the system gives, also for the gateway, and returns how many that are.
quint64 raiseDescriptors()
{
    rlimit limit = {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

} // namespace

//! What is left of requests in usage.sqlite.
class TestUsageRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheContractsColumns();
    void storesWhatHappened();
    void knowsWhatItCost();
    void billsWhatPassesStraightThrough();
    void stopsAtTheBudget();
    void printsTheSameTotals();
    void oneRowForEachOfMany();
    void survivesAKill();
    void goesOnWithoutAStore();
};

void TestUsageRecords::hasTheContractsColumns()
{
    Rig rig;
    rig.ask(chatRequest());
    QCOMPARE(rig.gateway.stop(), 0);
    const UsageRows rows(databaseOf(rig.gateway));
    QCOMPARE(rows.value(u"SELECT group_concat(name, ' ') FROM pragma_table_info('requests')"_s).toString(),
             u"id time_ms request_id client path dialect_in dialect_out model provider upstream_model status "
             "error_code attempts stream input_tokens output_tokens cached_tokens cache_write_tokens "
             "reasoning_tokens tokens_estimated cost_usd first_byte_ms total_ms gateway_us bytes_in "
             "bytes_out"_s);
    const auto mode = QFile::permissions(databaseOf(rig.gateway));
    QVERIFY(!(mode & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)));
}

void TestUsageRecords::storesWhatHappened()
{
    Rig rig(R"(,"retry":{"attempts":2,"baseDelayMs":1})");
    rig.provider.enqueue(FakeAnswer::json(R"({"error":{"message":"a secret of the prompt"}})", 500));
    // Long enough that the client is still there when its program is looked for.
    rig.provider.enqueue(FakeAnswer().pause(1s).send(FakeAnswer::json(answerWith(10, 4)).bytes()));
    const RawAnswer answer = rig.ask(chatRequest("fast"));
    QCOMPARE(answer.status, 200);
    rig.provider.enqueue(FakeAnswer::json(R"({"error":{"message":"a secret of the prompt"}})", 400));
    QCOMPARE(rig.ask(chatRequest("gpt-4o")).status, 400);
    QCOMPARE(rig.ask(chatRequest("nobody's')--")).status, 404);
    QCOMPARE(rig.ask(chatRequest(fakeKey)).status, 404); // a key in the wrong place
    QCOMPARE(rig.gateway.stop(), 0);

    const UsageRows rows(databaseOf(rig.gateway));
    QCOMPARE(rows.value(u"SELECT count(*) FROM requests"_s).toInt(), 4);
    const auto of = [&](int id, const char *column) {
        return rows.value(
            u"SELECT %1 FROM requests WHERE id = %2"_s.arg(QString::fromLatin1(column)).arg(id));
    };
    QCOMPARE(of(1, "request_id").toByteArray(), answer.header("x-request-id"));
    QCOMPARE(of(1, "model").toString(), u"fast"_s);
    QCOMPARE(of(1, "upstream_model").toString(), u"gpt-4o-mini"_s);
    QCOMPARE(of(1, "provider").toString(), u"openai"_s);
    QCOMPARE(of(1, "attempts").toInt(), 2);
    QCOMPARE(of(1, "input_tokens").toInt(), 10);
    QCOMPARE(of(1, "output_tokens").toInt(), 4);
    QCOMPARE(of(1, "tokens_estimated").toInt(), 0);
    QVERIFY(of(1, "first_byte_ms").toDouble() > 0);
    QCOMPARE(of(2, "status").toInt(), 400);
    QCOMPARE(of(2, "error_code").toString(), u"upstream_400"_s);
    QVERIFY(of(2, "cost_usd").isNull());
    QCOMPARE(of(3, "error_code").toString(), u"model_not_found"_s);
    QCOMPARE(of(3, "model").toString(), u"nobody's')--"_s);
    QCOMPARE(rows.value(u"SELECT count(*) FROM attempts"_s).toInt(), 3);
    QVERIFY(QString(u"tst_usage_records"_s)
                .startsWith(rows.value(u"SELECT program FROM details WHERE id = 1"_s).toString()));
    QVERIFY(!rows.value(u"SELECT program FROM details WHERE id = 1"_s).toString().isEmpty());

    QFile file(databaseOf(rig.gateway));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    for (const QByteArray &secret : {fakeKey, QByteArray("secret of the prompt"), QByteArray("\"Hi\"")})
        QVERIFY2(!bytes.contains(secret), secret.constData());
}

void TestUsageRecords::knowsWhatItCost()
{
    FakeProvider provider;
    const QByteArray models =
        "[{\"id\":\"big\",\"price\":{\"input\":2,\"output\":10,\"cacheRead\":0.5}},\"free\"]";
    GatehouseProcess gateway(configWith({providerWith(provider.port(), models)}));
    QVERIFY(gateway.isListening());
    provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(answerWith(1000, 100, 400)); });
    QCOMPARE(exchange(gateway.port(), chatRequest("big")).status, 200);
    QCOMPARE(exchange(gateway.port(), chatRequest("free")).status, 200);
    QCOMPARE(gateway.stop(), 0);
    const UsageRows rows(databaseOf(gateway));
    // 600 · 2 + 400 · 0.5 + 100 · 10 for a million
    QCOMPARE(rows.value(u"SELECT cost_usd FROM requests WHERE id = 1"_s).toDouble(), 0.0024);
    QVERIFY(rows.value(u"SELECT cost_usd FROM requests WHERE id = 2"_s).isNull());
}

void TestUsageRecords::billsWhatPassesStraightThrough()
{
    FakeProvider provider;
    const QByteArray models = "[{\"id\":\"big\",\"price\":{\"input\":1,\"output\":1000}}]";
    GatehouseProcess gateway(configWith({providerWith(provider.port(), models)}));
    QVERIFY(gateway.isListening());
    provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(answerWith(0, 100)); });
    const QByteArray body = R"({"model":"big","messages":[],"stream":true})";
    const QByteArray request = jsonRequest("/providers/mine/chat/completions", body);
    QCOMPARE(exchange(gateway.port(), request).status, 200);
    QCOMPARE(gateway.stop(), 0);
    const UsageRows rows(databaseOf(gateway));
    QCOMPARE(rows.value(u"SELECT cost_usd FROM requests"_s).toDouble(), 0.1);
    QCOMPARE(rows.value(u"SELECT stream FROM requests"_s).toInt(), 1);
}

void TestUsageRecords::stopsAtTheBudget()
{
    FakeProvider provider;
    const QByteArray models = "[{\"id\":\"big\",\"price\":{\"input\":1,\"output\":1000}},\"free\"]";
    const QByteArray config =
        configWith({providerWith(provider.port(), models)}, R"(,"budget":{"dailyUsd":0.15})");
    GatehouseProcess gateway(config);
    QVERIFY(gateway.isListening());
    provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(answerWith(0, 100)); }); // $0.10
    QCOMPARE(exchange(gateway.port(), chatRequest("big")).status, 200);
    QCOMPARE(exchange(gateway.port(), chatRequest("big")).status, 200); // was below it when it came
    const RawAnswer refused = exchange(gateway.port(), chatRequest("big"));
    QCOMPARE(refused.status, 429);
    QCOMPARE(errorCode(refused), u"budget_exceeded"_s);
    QVERIFY(refused.header("retry-after").toInt() > 0);
    QCOMPARE(provider.requestCount(), 2);
    QCOMPARE(exchange(gateway.port(), chatRequest("free")).status, 200);

    // It is remembered beyond the program's end.
    QCOMPARE(gateway.stop(), 0);
    GatehouseProcess again(config, {u"--data-dir"_s, gateway.folder() + u"/data"_s});
    QVERIFY(again.isListening());
    QTRY_COMPARE_WITH_TIMEOUT(exchange(again.port(), chatRequest("big")).status, 429, 5000);
}

void TestUsageRecords::printsTheSameTotals()
{
    Rig rig;
    rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(answerWith(7, 3)); });
    for (int i = 0; i < 5; ++i)
        rig.ask(chatRequest(i % 2 ? "gpt-4o" : "gpt-4o-mini"));
    rig.ask(chatRequest("unknown"));
    const auto totals = [&] {
        QProcess process;
        process.start(QStringLiteral(GATEHOUSED),
                      {u"usage"_s, u"--json"_s, u"--data-dir"_s, rig.gateway.folder() + u"/data"_s});
        process.waitForFinished();
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    };
    // Also while it runs, once the last batch is on disk.
    QTRY_COMPARE_WITH_TIMEOUT(totals().value("total"_L1).toObject().value("requests"_L1).toInt(), 6, 5000);
    const QJsonObject json = totals();
    QCOMPARE(json.value("total"_L1).toObject().value("input_tokens"_L1).toInt(), 35);
    QCOMPARE(json.value("total"_L1).toObject().value("failed"_L1).toInt(), 1);
    const QJsonArray models = json.value("rows"_L1).toArray();
    QCOMPARE(models.size(), 3);
    QCOMPARE(models.at(0).toObject().value("model"_L1).toString(), u"gpt-4o-mini"_s);
    QCOMPARE(models.at(0).toObject().value("requests"_L1).toInt(), 3);
}

//! Good ones, streams, refusals, unknown models and clients that leave, all at a time.
void TestUsageRecords::oneRowForEachOfMany()
{
#ifdef GATEHOUSE_SANITIZED
    constexpr int wanted = 1000;
#else
    constexpr int wanted = 5000;
#endif
    // The gateway needs two for each, and keeps some.
    const int count = int(std::min<quint64>(wanted, raiseDescriptors() / 3)) / 5 * 5;
    Rig rig({}, R"(,"listener":{"maxConnections":6000})");
    rig.provider.answerWith([](const FakeRequest &request) {
        if (request.body.contains("\"o-bad\""))
            return FakeAnswer::json(R"({"error":{"message":"no"}})", 400);
        if (!request.body.contains("\"stream\":true"))
            return FakeAnswer().wait().send(FakeAnswer::json(answerWith(2, 1)).bytes());
        FakeAnswer answer = FakeAnswer::streamHead();
        answer.wait();
        for (const QByteArray &event : shortChat().usage(2, 1).done().events())
            answer.chunk(event);
        return answer.lastChunk();
    });
    const QByteArrayList requests = {chatRequest(), streamRequest(), chatRequest("o-bad"),
                                     chatRequest("unknown"), streamRequest()};
    std::vector<RawClient> clients;
    clients.reserve(count);
    for (int i = 0; i < count; ++i) {
        clients.emplace_back(rig.gateway.port());
        QVERIFY2(clients.back().send(requests.at(i % 5)), QByteArray::number(i).constData());
    }
    QTRY_COMPARE_WITH_TIMEOUT(rig.provider.requestCount(), count / 5 * 4, 60'000);
    for (int i = 4; i < count; i += 5)
        clients[size_t(i)].reset();
    QTRY_COMPARE_WITH_TIMEOUT(rig.provider.abandoned(), count / 5, 30'000);
    rig.provider.open();
    const int expected[] = {200, 200, 400, 404, 0};
    for (int i = 0; i < count; ++i) {
        if (i % 5 != 4)
            QCOMPARE(clients[size_t(i)].readAnswer(30s).status, expected[i % 5]);
    }
    QCOMPARE(rig.gateway.stop(), 0);

    const UsageRows rows(databaseOf(rig.gateway));
    const auto number = [&](const QString &where) {
        return rows.value(u"SELECT count(*) FROM requests WHERE "_s + where).toInt();
    };
    QCOMPARE(number(u"1"_s), count);
    QCOMPARE(number(u"status = 200 AND stream = 0 AND input_tokens = 2"_s), count / 5);
    QCOMPARE(number(u"status = 200 AND stream = 1 AND output_tokens = 1"_s), count / 5);
    QCOMPARE(number(u"status = 400 AND error_code = 'upstream_400'"_s), count / 5);
    QCOMPARE(number(u"status = 404 AND error_code = 'model_not_found'"_s), count / 5);
    QCOMPARE(number(u"status = 499 AND error_code = 'client_closed'"_s), count / 5);
    QCOMPARE(rows.value(u"SELECT count(DISTINCT request_id) FROM requests"_s).toInt(), count);
}

void TestUsageRecords::survivesAKill()
{
    Rig rig;
    rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(answerWith(2, 1)); });
    for (int i = 0; i < 50; ++i)
        rig.ask(chatRequest());
    QTRY_COMPARE_WITH_TIMEOUT(
        UsageRows(databaseOf(rig.gateway)).value(u"SELECT count(*) FROM requests"_s).toInt(), 50, 5000);
    rig.ask(chatRequest());
    rig.gateway.signal(SIGKILL);
    rig.gateway.waitForExit();
    // As the next start finds it.
    GatehouseProcess again(configWith({}), {u"--data-dir"_s, rig.gateway.folder() + u"/data"_s});
    QVERIFY(again.isListening());
    QCOMPARE(again.stop(), 0);
    const UsageRows rows(databaseOf(rig.gateway));
    QCOMPARE(rows.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    const int kept = rows.value(u"SELECT count(*) FROM requests"_s).toInt();
    QVERIFY(kept == 50 || kept == 51);
}

//! A folder stands where the file should.
void TestUsageRecords::goesOnWithoutAStore()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"data/usage.sqlite/inside"_s));
    FakeProvider provider;
    GatehouseProcess gateway(configWith({providerAt(provider.port(), "openai", "m")}),
                             {u"--data-dir"_s, folder.path() + u"/data"_s}, {fakeKeyVariable});
    QVERIFY(gateway.isListening());
    provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(answerWith(2, 1)); });
    for (int i = 0; i < 5; ++i)
        QCOMPARE(exchange(gateway.port(), chatRequest("m")).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(gateway.log().contains("usage"), 5000);
    QCOMPARE(gateway.stop(), 0);
}

QTEST_GUILESS_MAIN(TestUsageRecords)
#include "tst_usage_records.moc"
