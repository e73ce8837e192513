// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/visitor.h"

#include "tests/soak/callers.h"
#include "tests/soak/chance.h"

#include <thread>

namespace gatehouse::soak {
namespace {

using namespace std::chrono_literals;

constexpr auto longestAnswer = 30s; // retries and time-outs of all candidates of a route are over by then

void sleepUpTo(QRandomGenerator &random, int milliseconds)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(random.bounded(milliseconds + 1)));
}

//! What is called JSON must end like it. Its length may have been promised before that could be known.
bool isWhole(const RawAnswer &answer)
{
    const QByteArray body = answer.body.trimmed();
    const bool json = answer.header("content-type").startsWith("application/json");
    return answer.whole && (!json || body.endsWith('}') || body.endsWith(']'));
}

//! A whole stream holds the end that belongs to its dialect; one that breaks off must not look whole.
bool lacksItsEnd(const QByteArray &request, const RawAnswer &answer)
{
    if (answer.status != 200 || !answer.whole ||
        !answer.header("content-type").startsWith("text/event-stream"))
        return false;
    const QByteArray target = request.left(request.indexOf('\r'));
    if (target.contains("/chat/completions"))
        return !answer.body.contains("[DONE]") && !answer.body.contains("\"finish_reason\":\"");
    if (target.contains("/messages "))
        return !answer.body.contains("message_stop");
    if (target.contains("/responses"))
        return !answer.body.contains("response.completed") && !answer.body.contains("response.incomplete");
    return target.contains("GenerateContent") && !answer.body.contains("\"finishReason\"");
}

} // namespace

Visitor::Visitor(quint16 port, std::chrono::milliseconds pause, quint32 seed)
    : m_port(port)
    , m_pause(pause)
    , m_random(seed)
    , m_client(port)
{
}

void Visitor::fillMemory(qint64 bytes)
{
    while (bytes > 0) {
        const Question question = rememberedQuestion(m_random);
        m_client.send(question.bytes);
        const RawAnswer answer = m_client.readAnswer(longestAnswer);
        count(question, answer);
        if (!answer.whole)
            return; // count() has noted it
        bytes -= question.bytes.size();
    }
}

void Visitor::visit(const std::atomic<bool> &over)
{
    do {
        const Question next = question();
        if (next.caller == caller::leaves)
            leave(next);
        else
            stay(next);
        sleepUpTo(m_random, int(2 * m_pause.count()));
    } while (!over);
    m_client.close();
}

Question Visitor::question()
{
    const int dice = m_random.bounded(100);
    if (dice < 68)
        return modelQuestion(m_random, caller::stays);
    if (dice < 80)
        return modelQuestion(m_random, caller::leaves);
    if (dice < 84)
        return modelQuestion(m_random, caller::limited);
    if (dice < 87)
        return modelQuestion(m_random, caller::narrow);
    if (dice < 92)
        return refusedQuestion(m_random);
    return dice < 96 ? localQuestion(m_random) : doorQuestion(m_random);
}

void Visitor::stay(const Question &question)
{
    if (oneIn(m_random, 10)) // reads slowly
        m_client = RawClient(m_port, 16 * 1024);
    if (question.kind == Question::Door) {
        connectAnew(); // the answer may come before all is sent
        m_client.send(question.bytes, 2s);
    } else if (oneIn(m_random, 10)) { // in two pieces
        const qsizetype half = m_random.bounded(int(question.bytes.size()));
        m_client.send(question.bytes.left(half));
        sleepUpTo(m_random, 100);
        m_client.send(question.bytes.mid(half));
    } else {
        m_client.send(question.bytes);
    }
    if (oneIn(m_random, 10))
        sleepUpTo(m_random, 500);
    const RawAnswer answer = m_client.readAnswer(longestAnswer);
    count(question, answer);
    if (!answer.whole || answer.header("connection") == "close" || oneIn(m_random, 20))
        connectAnew();
}

void Visitor::count(const Question &question, const RawAnswer &answer)
{
    const auto said = [&]() -> QByteArray {
        return question.bytes.left(question.bytes.indexOf('\r')) + ": " + QByteArray::number(answer.status) +
               ' ' + answer.body.left(300);
    };
    if (question.kind == Question::Local)
        ++m_tally.local;
    else if (question.kind == Question::Door)
        ++m_tally.refusedAtDoor;
    if (answer.status == 0)
        return m_tally.noteWrong("no answer to " + said());
    if (question.status != 0 && answer.status != question.status)
        m_tally.noteWrong("not " + QByteArray::number(question.status) + " for " + said());
    if (question.kind != Question::Model)
        return;
    if (lacksItsEnd(question.bytes, answer))
        m_tally.noteWrong("a broken stream that looks whole: " + said());
    Ended &ended = m_tally.endings[{question.caller, answer.status}];
    ++(answer.status < 400 && isWhole(answer) ? ended.ok : ended.failed);
}

//! Before the request is whole; after it; within the answer. A connection that is closed still brings all
//! that was sent: only a reset may take it away, so that is for later, when the answer has begun.
void Visitor::leave(const Question &question)
{
    connectAnew();
    const int dice = m_random.bounded(10);
    if (dice < 2) {
        m_client.send(question.bytes.left(m_random.bounded(1, int(question.bytes.size()))));
        sleepUpTo(m_random, 30);
        ++m_tally.unsent;
    } else {
        m_client.send(question.bytes);
        ++m_tally.left;
        if (dice < 6) {
            sleepUpTo(m_random, 60);
        } else {
            const bool begun = m_client.readUntil("\r\n\r\n", longestAnswer).endsWith("\r\n\r\n");
            for (int i = m_random.bounded(12); begun && i > 0; --i)
                m_client.readUntil("\n", 200ms);
            if (dice < 8)
                m_client.reset();
        }
    }
    m_client.close();
    connectAnew();
}

} // namespace gatehouse::soak
