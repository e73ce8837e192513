// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider answers to questions of ours, and what a person is shown of answers: lists of models,
// reasons for a refusal, outlines. All of it is plain, short and without secrets.
#include "fuzz_input.h"
#include "gateway/base/redact.h"
#include "gateway/pipeline/answer_outline.h"
#include "gateway/pipeline/probe_answer.h"
#include "gateway/pipeline/probe_body.h"
#include "gateway/upstream/failure.h"
#include "promise.h"

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr char secret[] = "sk-fuzz-0123456789abcdef";

void readModels(Dialect dialect, const QByteArray &body)
{
    const std::optional<ModelPage> page = readModelPage(dialect, body);
    if (!page)
        return;
    for (const QString &model : page->models) {
        require(!model.isEmpty() && model.size() <= 256, "A model's name has its measure.");
        require(std::all_of(model.cbegin(), model.cend(), isShown), "A model's name can be seen.");
    }
    require(dialect == Dialect::Anthropic || dialect == Dialect::Gemini || page->next.isEmpty(),
            "Only two dialects have pages.");
}

void readAnswer(Dialect dialect, int status, const QByteArray &body)
{
    Redactor redactor;
    redactor.setSecrets({secret});
    ProbeAnswer answer;
    answer.head.status = status;
    answer.body = body;
    for (const ProbeRequest::Kind kind : {ProbeRequest::Models, ProbeRequest::OneToken}) {
        const ProbeResult::Outcome outcome = outcomeOf(kind, dialect, answer);
        require(status < 400 || outcome != ProbeResult::Ok, "A refusal is none that is well.");
        require(outcome != ProbeResult::NoKey, "Whether there is a key no answer says.");
    }
    const QString words = wordsOf(answer);
    require(!words.isEmpty(), "There is something to say.");
    const QString detail = plainDetail(words, redactor, {secret, "short"});
    require(detail.size() <= 300, "A detail is short.");
    require(std::all_of(detail.cbegin(), detail.cend(), isShown), "A detail is plain, on one line.");
    require(!detail.contains(QLatin1StringView(secret)) && !detail.contains("short"_L1),
            "It holds no secret.");
    if (status < 400)
        return;
    const Failure failure = failureOf(answer.head, body, u"p"_s);
    requireError(failure.error);
    require(failure.error.status == status, "The status of an answer stands.");
}

void outline(ClientForm form, QByteArrayView body)
{
    const AnswerOutline outline = outlineOf(form, body);
    constexpr qsizetype ownWords = 400; // errors are told in sentences
    require(outline.text.size() + outline.reasoning.size() <= 2 * body.size() + ownWords,
            "An outline says no more than the answer.");
    require(outlineOf(form, body) == outline, "An outline is the same each time.");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    constexpr std::array statuses = {200, 400, 401, 402, 403, 404, 429, 500, 302};
    FuzzInput input(bytes, size);
    const int what = input.choose(3);
    const int side = input.choose(4);
    const auto body = input.body();
    const QByteArrayView text(body.get(), input.size());
    if (what == 0)
        readModels(allDialects[size_t(side)], text.toByteArray());
    else if (what == 1 && !text.isEmpty())
        readAnswer(allDialects[size_t(side)], statuses[size_t(uchar(text.front())) % statuses.size()],
                   text.sliced(1).toByteArray());
    else
        outline(ClientForm(side), text);
    return 0;
}
