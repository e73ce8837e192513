// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"

#include "gateway/dialect/dialect.h"
#include "gateway/dialect/token_estimate.h"
#include "golden_file.h"
#include "golden_replay.h"
#include "golden_text.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

//! The names of the two dialects.
struct Sides
{
    QByteArray client;
    QByteArray provider;
};

Sides sidesOf(const GoldenFile &golden, const QString &file)
{
    const QByteArray folder = QFileInfo(file).dir().dirName().toUtf8();
    const qsizetype dash = folder.indexOf('-');
    return {golden.setting("client", folder.left(dash)), golden.setting("provider", folder.mid(dash + 1))};
}

//! Runs one file.
class Run
{
public:
    Run(GoldenFile &file, const Sides &sides, const ClientDialect &client, const ProviderDialect &provider)
        : m_file(file)
        , m_asked(sides.client)
        , m_client(client)
        , m_provider(provider)
    {
        Provider config;
        config.id = QString::fromUtf8(file.setting("provider-id", "p"));
        config.preset = QString::fromUtf8(file.setting("preset"));
        for (const Dialect each :
             {Dialect::OpenAi, Dialect::Anthropic, Dialect::Gemini, Dialect::AzureOpenAi}) {
            if (dialectName(each) == sides.provider)
                config.dialect = each;
        }
        m_target = targetFor(config, file.setting("base-url", "https://provider.example/v1"),
                             file.setting("provider-model", "provider-model"),
                             file.setting("max-output", "0").toLongLong());
        m_in.model = file.setting("model", "client-model");
        m_in.stream = file.setting("stream") == "true";
        m_in.asArray = file.setting("array") == "true";
        m_in.client = "tester";
        m_in.memory = &m_memory;
        m_in.task = file.setting("task") == "count" ? Task::CountTokens : Task::Generate;
        m_context.model = m_in.model;
        m_context.asArray = m_in.asArray;
        m_context.origin = m_target.provider + '/' + m_target.model;
        m_context.memory = &m_memory;
    }

    QByteArray problem()
    {
        for (const auto &step : {&Run::request, &Run::reply, &Run::stream}) {
            if (const QByteArray found = (this->*step)(); !found.isEmpty())
                return found;
        }
        return m_compared ? QByteArray() : QByteArray("nothing is compared in it");
    }

private:
    //! Compares with the section \a name, if it is there; fills it if it is empty and that is wanted.
    QByteArray check(const QByteArray &name, const QByteArray &is,
                     const std::function<QByteArray(QByteArray)> &normal)
    {
        const auto wanted = m_file.section(name);
        if (!wanted)
            return {};
        m_compared = true;
        if (wanted->isEmpty() && qEnvironmentVariableIsSet("GATEHOUSE_GOLDEN_FILL")) {
            m_file.fill(name, normal(is));
            return {};
        }
        const QByteArray difference = goldenDifference(normal(is), normal(*wanted));
        return difference.isEmpty() ? QByteArray() : QByteArray(name + ", " + difference);
    }

    static QByteArray plain(const QByteArray &text) { return text.trimmed(); }

    QByteArray refused(const Error &error)
    {
        if (!m_file.section("refused"))
            return "refused: " + errorLine(error) + ": " + error.message.toUtf8();
        return check("refused", errorLine(error), plain);
    }

    QByteArray request()
    {
        const auto body = m_file.section("client request");
        if (!body)
            return {};
        m_body = *body;
        m_in.body = m_body;
        const Result<ChatRequest> chat = readChat(m_client, m_in);
        if (!chat)
            return refused(chat.error());
        if (m_file.section("token count"))
            return check("token count", QByteArray::number(estimateTokens(*chat)), plain);
        const auto write =
            m_in.task == Task::CountTokens ? m_provider.writeTokenCount : m_provider.writeRequest;
        if (!write)
            return "the provider's dialect cannot do that";
        Result<ProviderRequest> sent = write(*chat, m_target);
        if (!sent)
            return refused(sent.error());
        if (m_file.section("refused"))
            return "it was not refused";
        m_context = replyContext(m_in, *chat, &*sent, m_target);
        Dropped dropped = chat->dropped;
        dropped.add(sent->dropped);
        QByteArray found = check("provider path", sent->path, plain);
        if (found.isEmpty())
            found = check("provider request", sent->body, goldenJson);
        if (found.isEmpty() && !m_file.section("dropped") && !dropped.names().isEmpty())
            found = "dropped, and not expected: " + dropped.header();
        return found.isEmpty() ? check("dropped", dropped.header(), plain) : found;
    }

    void settle()
    {
        m_context.token = "0123456789abcdef";
        m_context.created = 1'764'000'000;
        m_context.memory = &m_memory;
    }

    QByteArray reply()
    {
        const auto body = m_file.section("provider reply");
        if (!body)
            return {};
        settle();
        const Result<WholeReply> reply = translateReply(m_provider, m_target, m_client, m_context, *body);
        if (!reply) {
            if (!m_file.section("reply error"))
                return "reply error: " + errorLine(reply.error());
            return check("reply error", errorLine(reply.error()), plain);
        }
        if (m_file.section("reply error"))
            return "the reply was taken";
        const QByteArray found = check("client reply", reply->body, goldenJson);
        return found.isEmpty() ? check("usage", usageLine(reply->usage), plain) : found;
    }

    Dialect errorDialect() const
    {
        return m_asked == "messages" ? Dialect::Anthropic
               : m_asked == "gemini" ? Dialect::Gemini
                                     : Dialect::OpenAi;
    }

    QByteArray stream()
    {
        const auto recorded = m_file.section("provider stream");
        if (!recorded)
            return {};
        settle();
        const QByteArray bytes = m_file.setting("end") == "cut" ? *recorded : QByteArray(*recorded + "\n\n");
        const GoldenReplay replay{m_provider, m_target,       m_client,
                                  m_context,  errorDialect(), m_file.setting("end") == "broken"};
        const Played once = replay.play({bytes});
        if (!once.error.isEmpty() && !m_file.section("stream error"))
            return "stream error: " + once.error;
        if (once.error.isEmpty() && m_file.section("stream error"))
            return "the stream was taken as whole";
        QByteArray found = check("client stream", once.out, goldenStream);
        if (found.isEmpty())
            found = check("stream error", once.error, plain);
        if (found.isEmpty())
            found = check("usage", once.usage, plain);
        return found.isEmpty() ? replay.difference(bytes, once) : found;
    }

    GoldenFile &m_file;
    QByteArray m_asked; //!< as Sides::client
    const ClientDialect &m_client;
    const ProviderDialect &m_provider;
    Target m_target;
    QByteArray m_body;
    ClientRequest m_in;
    ReplyContext m_context;
    ReplyMemory m_memory;
    bool m_compared = false;
};

const ClientDialect *clientNamed(const QByteArray &name)
{
    const QByteArrayList names = {"chat", "responses", "messages", "gemini"};
    const qsizetype at = names.indexOf(name);
    return at < 0 ? nullptr : clientDialect(ClientForm(at));
}

const ProviderDialect *providerNamed(const QByteArray &name)
{
    for (const Dialect each : {Dialect::OpenAi, Dialect::Anthropic, Dialect::Gemini, Dialect::AzureOpenAi}) {
        if (dialectName(each) == name)
            return providerDialect(each);
    }
    return nullptr;
}

} // namespace

void addGoldenRows(const QString &folder)
{
    QTest::addColumn<QString>("file");
    const QDir root(QStringLiteral(GOLDEN_DATA) + u'/' + folder);
    QStringList files;
    for (QDirIterator it(root.path(), {u"*.txt"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files.append(it.next());
    files.sort();
    for (const QString &file : files)
        QTest::newRow(qPrintable(root.relativeFilePath(file))) << file;
}

QString goldenProblem(const QString &file, const ClientDialect &client, const ProviderDialect &provider)
{
    GoldenFile golden(file);
    if (!golden.problem().isEmpty())
        return golden.problem();
    return QString::fromUtf8(Run(golden, sidesOf(golden, file), client, provider).problem());
}

QString goldenProblem(const QString &file)
{
    const Sides sides = sidesOf(GoldenFile(file), file);
    const ClientDialect *client = clientNamed(sides.client);
    const ProviderDialect *provider = providerNamed(sides.provider);
    if (!client || !provider)
        return u"%1: its dialects are not known"_s.arg(file);
    return goldenProblem(file, *client, *provider);
}
