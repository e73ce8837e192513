// SPDX-License-Identifier: GPL-3.0-or-later
#include "watched_writer.h"

#include "gateway/dialect/dialects.h"
#include "promise.h"

using namespace gatehouse;

namespace {

class WatchedWriter final : public StreamWriter
{
public:
    explicit WatchedWriter(std::unique_ptr<StreamWriter> writer)
        : m_writer(std::move(writer))
    {
    }

    QByteArray contentType() const override { return m_writer->contentType(); }

    void start(QByteArray &out, QByteArrayView id) override
    {
        require(m_state == Before, "A stream starts once, first.");
        m_state = Between;
        m_writer->start(out, id);
    }

    void partBegin(QByteArray &out, const StreamPart &part) override
    {
        require(m_state == Between, "A part begins where none is open.");
        require((part.kind == PartKind::ToolCall) == !part.id.isEmpty(),
                "A call has an id, and nothing else.");
        require((part.kind == PartKind::ToolCall) == !part.name.isEmpty(), "A call has a name.");
        m_state = Within;
        m_kind = part.kind;
        m_empty = !part.freeform;
        m_signed = false;
        m_writer->partBegin(out, part);
    }

    void delta(QByteArray &out, QByteArrayView bytes) override
    {
        require(m_state == Within && !bytes.isEmpty(), "A delta is more of the open part.");
        require(!m_signed && m_kind != PartKind::RedactedReasoning, "Nothing comes behind a signature.");
        m_empty = false;
        m_writer->delta(out, bytes);
    }

    void signature(QByteArray &out, const Signature &signature) override
    {
        require(m_state == Within && !m_signed, "A part has one signature.");
        require(m_kind == PartKind::Reasoning || m_kind == PartKind::RedactedReasoning,
                "Only reasoning is signed.");
        require(!signature.value.isEmpty(), "A signature is something.");
        m_signed = true;
        m_writer->signature(out, signature);
    }

    void partEnd(QByteArray &out) override
    {
        require(m_state == Within, "A part ends once.");
        require(m_kind != PartKind::ToolCall || !m_empty, "A call has arguments.");
        m_state = Between;
        m_writer->partEnd(out);
    }

    void end(QByteArray &out, const StreamEnd &end) override
    {
        require(m_state == Between, "A stream ends once, when every part has ended.");
        m_state = After;
        m_writer->end(out, end);
    }

    void breakOff(QByteArray &out, const Error &error, QByteArrayView body) override
    {
        require(m_state == Between || m_state == Within, "A stream breaks between its start and its end.");
        m_state = After;
        m_writer->breakOff(out, error, body);
    }

    void ping(QByteArray &out) override
    {
        require(m_state == Between || m_state == Within, "A ping comes between the start and the end.");
        m_writer->ping(out);
    }

private:
    enum State { Before, Between, Within, After };

    std::unique_ptr<StreamWriter> m_writer;
    State m_state = Before;
    PartKind m_kind = PartKind::Text;
    bool m_empty = false;
    bool m_signed = false;
};

template<ClientForm form>
std::unique_ptr<StreamWriter> watched(const ReplyContext &context)
{
    return std::make_unique<WatchedWriter>(clientDialect(form)->streamWriter(context));
}

} // namespace

ClientDialect watchedClient(int form)
{
    ClientDialect client = *clientDialect(ClientForm(form));
    switch (ClientForm(form)) {
    case ClientForm::ChatCompletions:
        client.streamWriter = watched<ClientForm::ChatCompletions>;
        break;
    case ClientForm::Responses:
        client.streamWriter = watched<ClientForm::Responses>;
        break;
    case ClientForm::Messages:
        client.streamWriter = watched<ClientForm::Messages>;
        break;
    case ClientForm::Gemini:
        client.streamWriter = watched<ClientForm::Gemini>;
    }
    return client;
}
