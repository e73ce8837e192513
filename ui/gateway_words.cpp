// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <vector>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype longest = 2000; //!< more is no sentence of ours
constexpr int deepest = 3;          //!< sentences within each other

//! As the gateway forms them; the first that fits counts.
constexpr const char *sentences[] = {
    // why a provider is not asked: gateway/upstream/failure.cpp
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "The provider '%1' says that too much is asked of it (HTTP %2)."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "The provider '%1' says that the quota or the balance is used up (HTTP %2)."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "The provider '%1' says that the prompt is too long (HTTP %2)."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The provider '%1' refuses the key (HTTP %2)."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The provider '%1' answered with an error (HTTP %2)."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The provider '%1' cannot be reached: %2."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "No secure connection to the provider '%1': %2."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The provider '%1' did not answer in time: %2."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The provider '%1' fell silent within its answer: %2."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The provider '%1' gave no whole answer: %2."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "The provider '%1' sent an error in the place of an answer."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "The provider '%1' sent a redirect, which is never followed."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "The provider '%1' sent a web page instead of an API's answer."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "The provider '%1' sent an event stream that was not asked for."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "The provider '%1' sent a whole answer where an event stream was asked for."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The answer of the provider '%1' broke off."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "It answers a look at its models with HTTP %1."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "through the proxy %1: %2"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "No key for the provider '%1': %2."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "The provider '%1' is at the limit that is set for it here."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The provider '%1' is left alone for a while: %2"),
    // what became of the connection: gateway/upstream/plain_socket.cpp, plain_attempt.cpp,
    // transfer_attempt.cpp
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "no connection to %1: %2"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "no connection within %1"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "no connection through the proxy %1 within %2"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "nothing came within %1"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "nothing came for %1"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "the request could not be sent: %1"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "what it sends is not HTTP/1.1"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "the framing or the compression of what it sends is broken"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "the connection was closed before an answer came"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "the connection was closed before the answer was whole"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "nothing listens there"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "it closed the connection"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "no way leads there"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "it is forbidden here, perhaps by a firewall"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "no port is free here"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "there is no memory left for it here"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "it did not answer"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "too many files are open here"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "error %1 of the system"),
    // as libcurl says it
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "Could not resolve host: %1"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "Failed to connect to %1 port %2 after %3 ms: %4"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "Couldn't connect to server"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "Could not connect to server"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "Connection refused"),
    // why a key is not there: gateway/credentials/secrets.cpp, app/keychain.cpp
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "the environment variable %1 is not set"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "the environment variable %1 is empty"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "the environment variable %1 holds characters that no key may have"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "the stored key %1 is for another host than %2 and is not sent there"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "the stored key %1 is empty"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "the stored key %1 holds characters that no key may have"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "the key %1 has not been read from the keychain yet"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "the key is empty or holds characters that no key may have"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "its apiKey is neither ${VARIABLE} nor keychain:name@host"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "the keychain has no entry %1"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "the keychain is locked, or access to it was denied"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "the keychain is locked: it has not answered within %1 seconds"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "there is no keychain here"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "no keychain can be used here (%1)"),
    // what a probe found, and why nothing was sent again: gateway/pipeline
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "no whole answer within %1 s"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "its answer is too long"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "the base URL %1"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The gateway is shutting down."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "No configuration is in force."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The request was not kept whole."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "Only a request for a model can be sent again."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The request names no model."),
    // what the self-test found: gateway/pipeline/self_test.cpp, self_test_judge.cpp, resolve.cpp,
    // gateway/gateway_self_test.cpp
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "%1 The translation left out: %2."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The translation left out: %1."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "Not asked: %1"),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "No answer came within %1 seconds."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "There is no such provider."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "There is no enabled provider '%1'."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The answer holds no text."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The stream broke off."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The answer did not come in pieces."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The stream told no token figures."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "It called '%1' instead of the tool that there is."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The arguments of the call are not as the tool wants them."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "There were %1 calls in one answer instead of two."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "It called the tool twice for the same city."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "It did not call the tool."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The arguments of the call are not an empty object."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "It did not see what the image shows."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The answer is not the JSON that was asked for."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The answer does not fit the schema."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "It showed no thinking, and counted none."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "It does not say that the token limit was met."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords", "The token limit was met before the answer was whole."),
    // alerts: gateway/pipeline/alert_watch.cpp, budget_text.cpp
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "%1 fails often: %2 of its last %3 answers, within five minutes, were errors."),
    QT_TRANSLATE_NOOP(
        "gatehouse::GatewayWords",
        "All requests together have used up the budget of %1 a day: %2 are spent. It begins anew at %3."),
    QT_TRANSLATE_NOOP(
        "gatehouse::GatewayWords",
        "All requests together have used up the budget of %1 a month: %2 are spent. It begins anew at %3."),
    QT_TRANSLATE_NOOP(
        "gatehouse::GatewayWords",
        "The client '%1' has used up the budget of %2 a day: %3 are spent. It begins anew at %4."),
    QT_TRANSLATE_NOOP(
        "gatehouse::GatewayWords",
        "The client '%1' has used up the budget of %2 a month: %3 are spent. It begins anew at %4."),
    QT_TRANSLATE_NOOP(
        "gatehouse::GatewayWords",
        "All requests together have spent %1 of the budget of %2 a day, which begins anew at %3."),
    QT_TRANSLATE_NOOP(
        "gatehouse::GatewayWords",
        "All requests together have spent %1 of the budget of %2 a month, which begins anew at %3."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "The client '%1' has spent %2 of the budget of %3 a day, which begins anew at %4."),
    QT_TRANSLATE_NOOP("gatehouse::GatewayWords",
                      "The client '%1' has spent %2 of the budget of %3 a month, which begins anew at %4."),
};

struct Sentence
{
    const char *text;
    QRegularExpression form;
};

const std::vector<Sentence> &forms()
{
    static const std::vector<Sentence> all = [] {
        static const QRegularExpression place(u"%\\d"_s);
        std::vector<Sentence> made;
        for (const char *text : sentences) {
            QStringList fixed = QString::fromUtf8(text).split(place);
            for (QString &part : fixed)
                part = QRegularExpression::escape(part);
            made.push_back(
                {text, QRegularExpression(QRegularExpression::anchoredPattern(fixed.join("(.+?)"_L1)))});
        }
        return made;
    }();
    return all;
}

QString translated(const QString &said, int depth)
{
    if (said.isEmpty() || said.size() > longest || depth == deepest)
        return said;
    for (const Sentence &sentence : forms()) {
        const QRegularExpressionMatch match = sentence.form.match(said);
        if (!match.hasMatch())
            continue;
        const QString text = QCoreApplication::translate("gatehouse::GatewayWords", sentence.text);
        QString whole;
        for (qsizetype i = 0; i < text.size(); ++i) { // one pass: what is put in may hold a `%1` of its own
            const int place = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
            if (place > 0 && place <= match.lastCapturedIndex()) {
                whole += translated(match.captured(place), depth + 1);
                ++i;
            } else {
                whole += text[i];
            }
        }
        return whole;
    }
    return said;
}

} // namespace

QString gatewayWords(const QString &said)
{
    return translated(said, 0);
}

} // namespace gatehouse
