// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/dialect_pair.h"

#include "gateway/dialect/sse.h"
#include "gateway/dialect/stream_watch.h"
#include "gateway/dialect/translation.h"

#include <cstdio>
#include <cstdlib>

namespace gatehouse::bench {
namespace {

[[noreturn]] void fail(const char *where, const QByteArray &why)
{
    std::fprintf(stderr, "%s: %s\n", where, why.constData());
    std::exit(1);
}

QByteArray modelOf(Dialect provider)
{
    switch (provider) {
    case Dialect::Anthropic:
        return "claude-sonnet-4-5";
    case Dialect::Gemini:
        return "gemini-2.5-pro";
    case Dialect::OpenAi:
    case Dialect::AzureOpenAi:
        break;
    }
    return "gpt-4o";
}

StreamForm formOf(Dialect provider)
{
    switch (provider) {
    case Dialect::Anthropic:
        return StreamForm::Messages;
    case Dialect::Gemini:
        return StreamForm::Other;
    case Dialect::OpenAi:
    case Dialect::AzureOpenAi:
        break;
    }
    return StreamForm::Chat;
}

} // namespace

PairExchange::PairExchange(const DialectPair &pair, QByteArray body)
    : m_pair(pair)
    , m_client(*clientDialect(pair.form))
    , m_provider(*providerDialect(pair.provider))
    , m_body(std::move(body))
{
    Provider config;
    config.id = QStringLiteral("bench");
    config.dialect = pair.provider;
    m_target = targetFor(config, "https://provider.example/v1", modelOf(pair.provider));
    m_in.body = m_body;
    m_in.model = "client-model";
    m_in.stream = true;
    m_in.memory = &m_memory;
}

ReplyContext PairExchange::request()
{
    const Result<ChatRequest> chat = readChat(m_client, m_in);
    if (!chat)
        fail(m_pair.name, chat.error().message.toUtf8());
    const Result<ProviderRequest> sent = m_provider.writeRequest(*chat, m_target);
    if (!sent)
        fail(m_pair.name, sent.error().message.toUtf8());
    ReplyContext context = replyContext(m_in, *chat, &*sent, m_target);
    context.token = "0123456789abcdef";
    context.created = 1'764'000'000;
    context.memory = &m_memory;
    return context;
}

qsizetype PairExchange::stream(const QByteArrayList &reads, const ReplyContext &context) const
{
    StreamTranslation translation(m_provider, m_target, m_client, context);
    qsizetype size = 0;
    for (const QByteArray &read : reads) {
        translation.feed(read);
        size += translation.output().size();
        translation.output().resize(0);
    }
    translation.bodyEnded();
    if (translation.failure() || !translation.over())
        fail(m_pair.name, "the stream was not taken as whole");
    return size + translation.output().size();
}

qsizetype passStream(Dialect provider, const QByteArrayList &reads)
{
    StreamWatch watch(formOf(provider), provider, false);
    SseSplitter splitter;
    QByteArray out;
    qsizetype size = 0;
    for (const QByteArray &read : reads) {
        const auto take = [&](QByteArrayView event) {
            if (watch.pass(event))
                out.append(event);
        };
        if (!splitter.feed(read, take, [] {}))
            fail("pass", "an event is too long");
        size += out.size();
        out.resize(0);
    }
    return size;
}

} // namespace gatehouse::bench
