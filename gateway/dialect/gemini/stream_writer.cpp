// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/reply_parts.h"
#include "gateway/dialect/gemini/reply_writer.h"
#include "gateway/dialect/gemini/words.h"
#include "gateway/dialect/line_separators.h"
#include "gateway/dialect/signature.h"

#include <utility>

namespace gatehouse::gemini {
namespace {

//! Writes a GenerateContentResponse for each piece of text. Calls wait for what follows them, so that at the
//! end of an answer they stand together, in the chunk with the reason for it: google-genai 1.x answers those
//! of the last chunk alone.
class ChunkWriter final : public StreamWriter
{
public:
    explicit ChunkWriter(const ReplyContext &context)
        : m_context(context)
    {
    }

    QByteArray contentType() const override
    {
        return m_context.asArray ? "application/json" : "text/event-stream";
    }

    void start(QByteArray &, QByteArrayView id) override
    {
        m_id = id.isEmpty() ? m_context.token : id.toByteArray();
    }

    void partBegin(QByteArray &out, const StreamPart &part) override
    {
        const bool reasoning = part.kind == PartKind::Reasoning || part.kind == PartKind::RedactedReasoning;
        if (part.kind != PartKind::ToolCall)
            writeCalls(out);
        if (reasoning && !m_signature.isEmpty()) // no part of its own came behind those thoughts
            writeText(out, {}, false);
        m_kind = part.kind;
        m_callId = part.id.toByteArray();
        m_callName = part.name.toByteArray();
        m_arguments.clear();
    }

    void delta(QByteArray &out, QByteArrayView bytes) override
    {
        if (m_kind == PartKind::ToolCall)
            m_arguments.append(bytes);
        else
            writeText(out, bytes, m_kind == PartKind::Reasoning);
    }

    void signature(QByteArray &out, const Signature &signature) override
    {
        m_signature = wrapSignatureAsBytes(signature);
        if (m_kind == PartKind::RedactedReasoning)
            writeText(out, {}, true);
    }

    void partEnd(QByteArray &) override
    {
        if (m_kind != PartKind::ToolCall)
            return;
        if (!m_calls.isEmpty())
            m_calls.append(',');
        JsonWriter json(m_calls);
        writeCallPart(json, m_callId, m_callName, m_arguments, std::exchange(m_signature, {}));
    }

    void end(QByteArray &out, const StreamEnd &end) override
    {
        JsonWriter json(openChunk(out));
        openParts(json);
        if (!m_calls.isEmpty())
            json.raw(m_calls);
        if (m_calls.isEmpty() || !m_signature.isEmpty())
            writeTextPart(json, {}, false, std::exchange(m_signature, {}));
        closeParts(json, finishReasonOf(end.stop.reason));
        if (end.usage)
            writeUsage(json, *end.usage);
        closeChunk(json, out);
        if (m_context.asArray)
            out.append(']');
    }

    void breakOff(QByteArray &out, const Error &, QByteArrayView body) override
    {
        writeCalls(out);
        openChunk(out).append(body);
        escapeLineSeparators(out, m_chunk);
        out.append(m_context.asArray ? "]" : "\n\n");
    }

    void ping(QByteArray &out) override
    {
        if (m_context.asArray) {
            out.append('\n');
            return;
        }
        // Not every client of this dialect knows comments, or a chunk without candidates.
        JsonWriter json(openChunk(out));
        openParts(json);
        writeTextPart(json, {}, false, {});
        closeParts(json);
        closeChunk(json, out);
    }

private:
    //! JsonWriter takes \a out to begin where it is made, so that this comes first.
    QByteArray &openChunk(QByteArray &out)
    {
        if (!m_context.asArray)
            out.append("data: ");
        else
            out.append(m_any ? ",\n" : "[");
        m_any = true;
        m_chunk = out.size();
        return out;
    }

    static void openParts(JsonWriter &json)
    {
        json.openObject().openArray("candidates").openObject().openObject("content").openArray("parts");
    }

    static void closeParts(JsonWriter &json, QByteArrayView finishReason = {})
    {
        json.closeArray().text("role", "model").closeObject();
        if (!finishReason.isEmpty())
            json.text("finishReason", finishReason);
        json.number("index", 0).closeObject().closeArray();
    }

    void closeChunk(JsonWriter &json, QByteArray &out) const
    {
        json.text("modelVersion", m_context.model).text("responseId", m_id).closeObject();
        escapeLineSeparators(out, m_chunk); // Gemini CLI loses an event that holds one
        if (!m_context.asArray)
            out.append("\n\n");
    }

    void writeText(QByteArray &out, QByteArrayView text, bool thought)
    {
        // The signature of thoughts waits for what follows them.
        const bool signs = !thought || m_kind == PartKind::RedactedReasoning;
        JsonWriter json(openChunk(out));
        openParts(json);
        writeTextPart(json, text, thought, signs ? std::exchange(m_signature, {}) : QByteArray());
        closeParts(json);
        closeChunk(json, out);
    }

    void writeCalls(QByteArray &out)
    {
        if (m_calls.isEmpty())
            return;
        JsonWriter json(openChunk(out));
        openParts(json);
        json.raw(m_calls);
        closeParts(json);
        closeChunk(json, out);
        m_calls.clear();
    }

    const ReplyContext &m_context;
    QByteArray m_id;
    QByteArray m_signature; //!< as the client keeps it; waits for the next part
    QByteArray m_callId;
    QByteArray m_callName;
    QByteArray m_arguments;
    QByteArray m_calls; //!< whole ones that wait, as JSON
    PartKind m_kind = PartKind::Text;
    bool m_any = false;
    qsizetype m_chunk = 0; //!< where the last one begins
};

} // namespace

std::unique_ptr<StreamWriter> makeStreamWriter(const ReplyContext &context)
{
    return std::make_unique<ChunkWriter>(context);
}

} // namespace gatehouse::gemini
