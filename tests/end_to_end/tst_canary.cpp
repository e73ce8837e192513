// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

// Looks like no key: only who knows it can take it out. It might be the code of an error.
const QByteArray canary = "CANARY-7f3a91c05be24d68";
// What an application sent, by mistake or as its own key: not known to the gateway, but by where it stands.
const QByteArray inbound = "inbound-3d9e0c6ab7154f82";
// Of the request, as a provider may repeat it.
const QByteArray prompt = "the-prompt-said-again";

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray saying(const QByteArray &message)
{
    return R"({"error":{"message":")" + message + R"(","type":"x","code":"y"}})";
}

//! An error that is nothing but \a key.
QByteArray saidWith(const QByteArray &key)
{
    QByteArray error = R"({"error":{"message":"no","type":"KEY","code":"KEY","param":"KEY","status":"KEY"}})";
    return error.replace("KEY", key);
}

//! \a text as a writer of JSON may spell it.
QByteArray escaped(const QByteArray &text)
{
    QByteArray spelled;
    for (const char c : text)
        spelled += "\\u00" + QByteArray::number(c, 16);
    return spelled;
}

} // namespace

//! A provider that repeats its key wherever it can: the key is in no error, no log, no record and no file.
class TestCanary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_gateway.isListening(), m_gateway.log().constData()); }

    void answersHideIt_data();
    void answersHideIt();
    void isOnNoPage_data();
    void isOnNoPage();
    void isInNoArgument();
    void nothingOnDiskHoldsIt(); // the last one: it ends the program

private:
    RawAnswer ask(const QByteArray &path, bool stream)
    {
        const QByteArray body =
            chatBody("gpt-4o", stream ? R"(,"max_tokens":5,"stream":true)" : R"(,"max_tokens":5)");
        return exchange(m_gateway.port(),
                        jsonRequest(path + "?key=" + inbound, body,
                                    {"Authorization: Bearer " + inbound, "x-api-key: " + inbound}));
    }

    FakeProvider m_provider;
    GatehouseProcess m_gateway{
        configWith({providerAt(m_provider.port(), "openai", "gpt-4o", R"(,"retry":{"attempts":1})")},
                   noCooldown),
        {u"--log-level"_s, u"debug"_s},
        {u"FAKE_KEY="_s + QString::fromLatin1(canary)}};
};

void TestCanary::answersHideIt_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    const auto row = [](const char *name, const FakeAnswer &answer) { QTest::newRow(name) << answer; };
    const QByteArray words = saying("Incorrect API key provided: " + canary + " for " + prompt);
    for (const int status : {400, 401, 403, 404, 429, 500, 503})
        QTest::addRow("%d", status) << FakeAnswer::json(words, status);
    for (const int status : {200, 400, 500}) {
        QTest::addRow("the words of %d", status) << FakeAnswer::json(saidWith(canary), status);
        QTest::addRow("escaped, %d", status) << FakeAnswer::json(
            saying(escaped(canary)).replace("\"y\"", QByteArray('"' + escaped(canary) + '"')), status);
        QTest::addRow("Gemini's status in %d", status) << FakeAnswer::json(
            R"({"error":{"code":500,"message":"no","status":")" + canary + R"("}})", status);
    }
    row("plain text", FakeAnswer::whole(500, "text/plain", "bad key " + canary));
    row("a web page", FakeAnswer::whole(502, "text/html", "<p>" + canary));
    row("a web page as the answer", FakeAnswer::whole(200, "text/html", "<p>" + canary));
    row("an error as the answer", FakeAnswer::json(words));
    row("half an answer", FakeAnswer::json(words).cutAt(FakeAnswer::json(words).bytes().size() - 4));
    row("the reason phrase", FakeAnswer::raw("HTTP/1.1 500 " + canary + "\r\nContent-Length: 0\r\n\r\n"));
    row("no HTTP", FakeAnswer::raw(canary + "\r\n\r\n").close());
    row("a redirect", FakeAnswer::json("{}", 302, {"Location: http://127.0.0.1:9/?key=" + canary}));
    row("fields of the head",
        FakeAnswer::json(
            words, 429,
            {"x-request-id: " + canary, "x-ratelimit-reason: key " + canary, "retry-after: " + canary}));
    row("fields of a good head",
        FakeAnswer::json(
            chatCompletion(), 200,
            {"x-request-id: " + canary, "openai-organization: " + canary, "x-ratelimit-a: " + canary}));
    row("fields of a stream's head",
        FakeAnswer::stream(SseScript().role().text("Hi").finish().done().events(),
                           {"request-id: " + canary, "openai-processing: " + canary}));
    row("the content type", FakeAnswer::whole(400, "application/" + canary, words));
    row("a stream's first event", FakeAnswer::stream(SseScript().data(words).events()));
    row("the words of a first event", FakeAnswer::stream(SseScript().data(saidWith(canary)).events()));
    row("the words of an event behind content",
        FakeAnswer::stream(SseScript().role().text("Hel").data(saidWith(canary)).events()));
    row("an escaped event behind content",
        FakeAnswer::stream(SseScript().role().text("Hel").data(saying(escaped(canary))).events()));
    row("an event behind content", FakeAnswer::stream(SseScript().role().text("Hel").data(words).events()));
    row("a stream that breaks", FakeAnswer::streamHead()
                                    .chunk(SseScript().role().text("Hel").bytes())
                                    .chunk("data: " + words.left(40))
                                    .close());
}

void TestCanary::answersHideIt()
{
    QFETCH(FakeAnswer, answer);
    m_provider.reset();
    m_provider.answerWith([=](const FakeRequest &) { return answer; });
    for (const QByteArray path :
         {"/v1/chat/completions", "/v1/messages", "/v1/responses", "/providers/openai/chat/completions"}) {
        for (const bool stream : {false, true}) {
            const RawAnswer read = ask(path, stream);
            QVERIFY2(read.status > 0, path.constData());
            const QByteArray all = path + '\n' + read.head + read.body;
            QVERIFY2(!read.head.contains(canary), all.constData());
            // What is no error is the provider's own, and so is all that passes straight through.
            if (read.status < 400 && (read.whole || path.startsWith("/providers/")))
                continue;
            QVERIFY2(!read.body.contains(canary) && !read.body.contains(escaped(canary)), all.constData());
        }
    }
    for (const FakeRequest &request : m_provider.requests()) {
        QCOMPARE(request.header("authorization"), "Bearer " + canary);
        QVERIFY2(!request.target.contains(inbound), request.target.constData());
        for (const auto &[name, value] : request.headers)
            QVERIFY2(!value.contains(inbound), name.constData());
    }
}

void TestCanary::isOnNoPage_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("there");
    for (const QByteArray target : {"/", "/health", "/metrics", "/v1/models", "/v1beta/models"})
        QTest::newRow(target.constData()) << target << true;
    for (const QByteArray target : {"/config",
                                    "/config.json",
                                    "/v1/config",
                                    "/api/config",
                                    "/settings",
                                    "/.env",
                                    "/env",
                                    "/usage.sqlite",
                                    "/gatehouse.log",
                                    "/log",
                                    "/logs",
                                    "/admin",
                                    "/keys",
                                    "/v1/keys",
                                    "/api/keys",
                                    "/clients",
                                    "/debug/vars",
                                    "/debug/pprof/",
                                    "/server-status",
                                    "/.git/config",
                                    "/providers",
                                    "/..%2fconfig.json",
                                    "/..%2f..%2f..%2fetc/passwd",
                                    "/%2e%2e/config.json",
                                    "/home.html",
                                    "/:/home.html"})
        QTest::newRow(target.constData()) << target << false;
}

void TestCanary::isOnNoPage()
{
    QFETCH(QByteArray, target);
    QFETCH(bool, there);
    for (const QByteArray method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
        const RawAnswer answer =
            exchange(m_gateway.port(), httpRequest(method, target, method == "GET" ? "" : "{}"));
        QVERIFY2(!answer.head.contains(canary) && !answer.body.contains(canary), answer.body.constData());
        if (!there)
            QCOMPARE(answer.status, 404);
        else
            QCOMPARE(answer.status, method == "GET" ? 200 : 405);
    }
}

void TestCanary::isInNoArgument()
{
    const QByteArray line = readAll(u"/proc/%1/cmdline"_s.arg(m_gateway.pid()));
    if (line.isEmpty())
        QSKIP("there is no /proc here");
    QVERIFY(line.contains("--config"));
    QVERIFY(!line.contains(canary));
}

void TestCanary::nothingOnDiskHoldsIt()
{
    const QByteArray port = QByteArray::number(m_gateway.port());
    QCOMPARE(m_gateway.stop(), 0);
    int files = 0;
    QDirIterator folder(m_gateway.folder(), QDir::Files | QDir::Hidden | QDir::System,
                        QDirIterator::Subdirectories);
    while (folder.hasNext()) {
        const QString path = folder.next();
        const QByteArray bytes = readAll(path);
        QVERIFY2(!bytes.contains(canary), qPrintable(path));
        QVERIFY2(!bytes.contains(inbound), qPrintable(path));
        QVERIFY2(!bytes.contains(prompt), qPrintable(path));
        ++files;
    }
    QVERIFY(files >= 4); // configuration, log, records, stderr
    QVERIFY(m_gateway.log().contains("upstream_401"));
}

QTEST_GUILESS_MAIN(TestCanary)
#include "tst_canary.moc"
