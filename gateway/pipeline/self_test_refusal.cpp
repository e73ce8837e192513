// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/self_test_refusal.h"

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! What the provider said to the last try.
QString lastWords(const SelfTestAnswer &answer)
{
    return answer.record.attempts.isEmpty() ? QString() : answer.record.attempts.last().words;
}

bool saysAny(QByteArrayView words, std::initializer_list<const char *> wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const char *each) { return words.contains(each); });
}

} // namespace

int statusOfProvider(const SelfTestAnswer &answer)
{
    return answer.record.attempts.isEmpty() ? 0 : answer.record.attempts.last().status;
}

bool isRefusal(const SelfTestAnswer &answer, bool textWorks)
{
    const QByteArray words = QByteArray(lastWords(answer).toUtf8() + ' ' + answer.exchange.answer).toLower();
    switch (statusOfProvider(answer)) {
    case 400:
    case 413:
    case 415:
    case 422:
        // some say 400 to a wrong key or an empty purse
        if (saysAny(words,
                    {"api_key_invalid", "api key", "credit balance", "insufficient", "arrearage", "quota"}))
            return false;
        // and some where the limit, or only its name, did not suit them: OpenAI's "Could not finish the
        // message because max_tokens or model output limit was reached", "Use 'max_completion_tokens'
        // instead"
        return !(saysAny(words, {"max_tokens", "max_completion_tokens", "max_output_tokens"}) &&
                 saysAny(words, {"output limit", "reached", "instead"}));
    case 404: // OpenRouter: "No endpoints found that support image input"
    case 500: // llama.cpp: "image input is not supported"
    case 501:
        return textWorks && words.contains("support") &&
               saysAny(words, {"image", "vision", "tool", "schema", "function"});
    default:
        return false;
    }
}

QString wordsOf(const SelfTestAnswer &answer)
{
    const UsageRecord &record = answer.record;
    if (const QString words = lastWords(answer); !words.isEmpty())
        return words;
    return record.message.isEmpty() ? u"HTTP %1"_s.arg(record.status) : record.message;
}

} // namespace gatehouse
