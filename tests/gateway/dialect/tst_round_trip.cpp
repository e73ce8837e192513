// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversation_generator.h"
#include "conversation_meaning.h"
#include "gateway/dialect/dialects.h"
#include "gateway/dialect/signature.h"
#include "gateway/dialect/translation.h"
#include "gateway/dialect/turns.h"
#include "golden_text.h"
#include "known_losses.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

constexpr quint32 conversations = 200;

//! A provider, and the clients that speak as it does.
struct Wire
{
    Target target;
    ClientForm form;
};

Wire wireOf(Dialect dialect, ClientForm form, const QByteArray &baseUrl, const QByteArray &model)
{
    Provider provider;
    provider.id = u"p"_s;
    provider.dialect = dialect;
    return {targetFor(provider, baseUrl, model), form};
}

//! The wire formats that both clients and providers speak; \a seed chooses among models that are told the
//! same in different words.
Wire wireOf(Dialect dialect, quint32 seed)
{
    switch (dialect) {
    case Dialect::Anthropic:
        return wireOf(dialect, ClientForm::Messages, "https://api.anthropic.com/v1",
                      seed % 2 ? "claude-sonnet-4-5" : "claude-opus-4-6");
    case Dialect::Gemini:
        return wireOf(dialect, ClientForm::Gemini, "https://generativelanguage.googleapis.com/v1beta",
                      seed % 2 ? "gemini-2.5-flash" : "gemini-3-pro");
    default:
        return wireOf(Dialect::OpenAi, ClientForm::ChatCompletions, "https://api.openai.com/v1",
                      seed % 2 ? "gpt-5" : "gpt-4o");
    }
}

//! What came out at the other end of a wire. What was read borrows from what was sent.
struct Arrived
{
    ProviderRequest sent;
    ChatRequest read;
};

//! The client's names again in place of those that were sent.
void restoreNames(ChatRequest &request, const ToolNames &names)
{
    for (ChatTool &tool : request.tools)
        tool.name = names.original(tool.name);
    for (QByteArray &name : request.toolChoice.names)
        name = names.original(name);
    for (ChatMessage &message : request.messages) {
        for (ChatPart &part : message.parts) {
            if (auto *call = part.as<ToolCallPart>())
                call->name = names.original(call->name);
            else if (auto *result = part.as<ToolResultPart>())
                result->name = names.original(result->name);
        }
    }
}

//! Undoes what stands in the tools for something else: the tool that gives a shape to the answer, and those
//! that are there only because the history has calls (translation rules, A2).
void restoreTools(ChatRequest &read, const ChatRequest &from, const ProviderRequest &sent)
{
    if (!sent.answerTool.isEmpty()) {
        const QByteArray answerTool = sent.names.original(sent.answerTool);
        read.tools.removeIf([&](const ChatTool &tool) { return tool.name == answerTool; });
        read.output = from.output;
        read.toolChoice = from.toolChoice;
    }
    if (from.tools.isEmpty())
        read.tools.clear();
}

Result<Arrived> carry(const ChatRequest &request, const Wire &wire)
{
    Result<ProviderRequest> sent = providerDialect(wire.target.dialect)->writeRequest(request, wire.target);
    if (!sent)
        return sent.error();
    Arrived arrived{*std::move(sent), {}};
    ClientRequest in;
    in.body = arrived.sent.body;
    in.model = request.model;
    in.stream = request.stream;
    Result<ChatRequest> read = readChat(*clientDialect(wire.form), in);
    if (!read)
        return read.error();
    restoreNames(*read, arrived.sent.names);
    restoreTools(*read, request, arrived.sent);
    arrived.read = *std::move(read);
    return arrived;
}

void loseThoughts(ChatRequest &request)
{
    for (ChatMessage &message : request.messages)
        message.parts.removeIf([](const ChatPart &part) { return part.as<ReasoningPart>() != nullptr; });
}

//! What two ways of \a seed make different; empty if nothing.
QByteArray difference(quint32 seed, const ChatRequest &before, const ChatRequest &after,
                      const QByteArray &body)
{
    const QByteArray found = goldenDifference(meaningOf(after), meaningOf(before));
    return found.isEmpty()
               ? found
               : QByteArray("seed " + QByteArray::number(seed) + ", " + found + "\n--- sent ---\n" + body +
                            "\n--- all that was meant ---\n" + meaningOf(before));
}

QByteArray failure(quint32 seed, const Error &error)
{
    return "seed " + QByteArray::number(seed) + ", refused: " + error.message.toUtf8();
}

//! Written by \a dialect's writer, read by its client's reader.
QByteArray roundTrip(quint32 seed, Dialect dialect)
{
    const Wire wire = wireOf(dialect, seed);
    ChatRequest made = madeUpConversation(seed, originOf(wire.target.provider, wire.target.model));
    settleTurns(made);
    const Result<Arrived> there = carry(made, wire);
    if (!there)
        return failure(seed, there.error());
    const Dropped &dropped = there->sent.dropped;
    return difference(seed, withoutKnownLosses(made, wire.target, dropped),
                      withoutKnownLosses(there->read, wire.target, dropped), there->sent.body);
}

//! From \a near, over \a far, and written for \a near again.
QByteArray thereAndBack(quint32 seed, Dialect near, Dialect far)
{
    const Wire home = wireOf(near, seed);
    const Wire away = wireOf(far, seed / 2);
    ChatRequest made = madeUpConversation(seed, {});
    loseThoughts(made); // nobody can read another's
    settleTurns(made);
    const Result<Arrived> first = carry(made, home);
    if (!first)
        return failure(seed, first.error());
    const Result<Arrived> there = carry(first->read, away);
    if (!there)
        return failure(seed, there.error());
    Result<Arrived> back = carry(there->read, home);
    if (!back)
        return failure(seed, back.error());
    Dropped dropped = there->sent.dropped;
    dropped.add(back->sent.dropped);
    const auto compared = [&](ChatRequest request) {
        loseThoughts(request); // what stands for a signature that is not there
        for (const Wire *wire : {&home, &away, &home})
            request = withoutKnownLosses(request, wire->target, dropped);
        return request;
    };
    return difference(seed, compared(first->read), compared(back->read), there->sent.body);
}

} // namespace

//! Conversations made up at random keep their meaning on the wire.
class TestRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void there_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("openai") << Dialect::OpenAi;
        QTest::newRow("anthropic") << Dialect::Anthropic;
        QTest::newRow("gemini") << Dialect::Gemini;
    }
    void there()
    {
        QFETCH(Dialect, dialect);
        for (quint32 seed = 0; seed < conversations; ++seed) {
            const QByteArray found = roundTrip(seed, dialect);
            QVERIFY2(found.isEmpty(), found.constData());
        }
    }

    void thereAndBackAgain_data()
    {
        QTest::addColumn<Dialect>("near");
        QTest::addColumn<Dialect>("far");
        for (const Dialect near : {Dialect::OpenAi, Dialect::Anthropic, Dialect::Gemini}) {
            for (const Dialect far : {Dialect::OpenAi, Dialect::Anthropic, Dialect::Gemini}) {
                const QByteArray name =
                    dialectName(near).toByteArray() + '-' + dialectName(far).toByteArray();
                if (near != far)
                    QTest::newRow(name.constData()) << near << far;
            }
        }
    }
    void thereAndBackAgain()
    {
        QFETCH(Dialect, near);
        QFETCH(Dialect, far);
        for (quint32 seed = 0; seed < conversations; ++seed) {
            const QByteArray found = thereAndBack(seed, near, far);
            QVERIFY2(found.isEmpty(), found.constData());
        }
    }

    //! The conversations are worth it: among them there is everything that a dialect knows.
    void tellsOneThingFromAnother()
    {
        QByteArray all;
        for (quint32 seed = 0; seed < conversations; ++seed)
            all += meaningOf(madeUpConversation(seed, "p/m")) + '\n';
        for (const char *const word :
             {"  image", "  document", "  call", "  result", " error\n", "  thought", "  refusal", "tool ",
              "choice any", "choice none", "choice named", "parallel", "stop ", "effort high", "budget",
              "off", "output schema", "output object"})
            QVERIFY2(all.contains(word), word);
        QVERIFY(meaningOf(madeUpConversation(1, {})) != meaningOf(madeUpConversation(2, {})));
    }
};

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_round_trip.moc"
