// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/probe.h"

#include "gateway/config/base_url.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype longestList = 8 * 1024 * 1024;
constexpr qsizetype longestAnswer = 256 * 1024;

// A name that stands in for the key that was typed, until it has passed the check of stored ones.
constexpr auto typedName = "typed@"_L1;

} // namespace

QByteArrayList ProbeTask::secrets() const
{
    QByteArrayList secrets;
    for (const Key &key : provider().keys) {
        if (key.usable())
            secrets.append(key.secret.bytes());
    }
    return secrets;
}

ProbeTask probeTask(const ProbeRequest &request, const Environment &environment, const KeychainKeys &keychain)
{
    Config config;
    Provider provider = request.provider;
    for (std::chrono::seconds *time :
         {&provider.timeouts.connect, &provider.timeouts.firstByte, &provider.timeouts.idle})
        *time = std::min(*time, Probe::patience);
    KeychainKeys keys = keychain;
    if (!request.typedKey.isEmpty()) {
        const QString entry = typedName + keyHost(provider);
        provider.apiKeys = {"keychain:"_L1 + entry};
        keys.insert(entry, Key{request.typedKey});
    }
    config.providers = {provider};
    ProbeTask task{request.kind, request.model, std::make_shared<const Snapshot>(config, environment, keys)};
    // A draft may hold anything; no key goes where a saved provider's would not.
    if (!task.provider().link->demo)
        task.problem = baseUrlProblem(provider.baseUrl);
    if (!task.provider().hasUsableKey())
        task.keyProblem = request.typedKey.isEmpty()
                              ? task.provider().keyProblem()
                              : u"the key is empty or holds characters that no key may have"_s;
    return task;
}

Probe::Probe(Transfers &transfers, const Redactor &redactor, const ProbeTask &task,
             std::function<void(const ProbeResult &)> done)
    : m_transfers(transfers)
    , m_redactor(redactor)
    , m_task(task)
    , m_done(std::move(done))
{
    m_deadline.setSingleShot(true);
    QObject::connect(&m_deadline, &QTimer::timeout, &m_deadline, [this] {
        m_answer.head = {};
        end(ProbeResult::TimedOut, u"no whole answer within %1 s"_s.arg(patience.count()));
    });
}

void Probe::start()
{
    if (!m_task.problem.isEmpty())
        return end(ProbeResult::Unreachable, u"the base URL "_s + m_task.problem);
    const ProviderEntry &provider = m_task.provider();
    if (!m_task.keyProblem.isEmpty())
        return end(ProbeResult::NoKey, m_task.keyProblem);
    const auto key = std::find_if(provider.keys.cbegin(), provider.keys.cend(),
                                  [](const Key &candidate) { return candidate.usable(); });
    if (key != provider.keys.cend())
        m_key = int(key - provider.keys.cbegin());
    m_deadline.start(patience);
    if (m_task.kind == ProbeRequest::OneToken)
        return ask(tokenQuestion(provider, m_key, m_task.model, m_limit));
    if (modelsPath(*provider.config).isEmpty())
        return end(ProbeResult::NoList, {});
    m_pages.append(QByteArray());
    ask(modelsPageQuestion(provider, m_key, {}));
}

void Probe::ask(Outgoing question)
{
    m_answer = {};
    m_transfer = m_transfers.start(std::move(question), *this);
}

void Probe::onHead(ReplyHead head)
{
    m_answer.head = std::move(head);
}

bool Probe::onBody(QByteArrayView bytes)
{
    m_answer.body.append(bytes);
    const bool list = m_task.kind == ProbeRequest::Models && m_answer.head.status < 400;
    const qsizetype limit = list ? longestList : longestAnswer;
    if (m_answer.body.size() > limit) {
        if (m_answer.head.status < 400) {
            end(ProbeResult::NotAnApi, u"its answer is too long"_s);
            return true;
        }
        m_answer.body.truncate(limit);
        answered();
    }
    return true;
}

void Probe::onEnd(const TransferEnd &end)
{
    m_answer.end = end;
    answered();
}

void Probe::answered()
{
    const ProviderEntry &provider = m_task.provider();
    const Dialect dialect = provider.config->dialect;
    const bool openAi = dialect == Dialect::OpenAi || dialect == Dialect::AzureOpenAi;
    if (m_task.kind == ProbeRequest::OneToken && openAi && m_limit == TokenLimit::MaxTokens &&
        wantsCompletionTokens(m_answer)) {
        m_limit = TokenLimit::MaxCompletionTokens;
        return ask(tokenQuestion(provider, m_key, m_task.model, m_limit));
    }
    const ProbeResult::Outcome outcome = outcomeOf(m_task.kind, dialect, m_answer);
    if (outcome != ProbeResult::Ok)
        return end(outcome, wordsOf(m_answer));
    if (m_task.kind == ProbeRequest::Models)
        return listed(*readModelPage(dialect, m_answer.body));
    end(ProbeResult::Ok, {});
}

void Probe::listed(const ModelPage &page)
{
    m_result.models += page.models.mid(0, mostModels - m_result.models.size());
    // A service that does not know of pages may name the same one for ever.
    if (page.next.isEmpty() || m_pages.contains(page.next) || m_pages.size() >= mostPages ||
        m_result.models.size() >= mostModels)
        return end(ProbeResult::Ok, {});
    m_pages.append(page.next);
    ask(modelsPageQuestion(m_task.provider(), m_key, page.next));
}

void Probe::end(ProbeResult::Outcome outcome, const QString &words)
{
    m_deadline.stop();
    m_transfer.reset();
    m_result.outcome = outcome;
    m_result.detail = plainDetail(words, m_redactor, m_task.secrets());
    m_result.httpStatus = m_answer.head.status;
    m_result.latencyMs = millisecondsBetween(m_began, Clock::now());
    if (outcome == ProbeResult::Ok)
        m_result.models.removeDuplicates();
    else
        m_result.models.clear();
    const ProbeResult result = std::move(m_result);
    std::exchange(m_done, nullptr)(result); // destroys this
}

} // namespace gatehouse
