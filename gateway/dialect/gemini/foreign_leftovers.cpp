// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/foreign_leftovers.h"

#include "gateway/dialect/gemini/words.h"
#include "gateway/dialect/signature.h"

namespace gatehouse::gemini {
namespace {

class SignatureCutter final
{
public:
    SignatureCutter(QByteArrayView body, bool wantsSignature)
        : m_body(body)
        , m_wantsSignature(wantsSignature)
    {
    }

    Leftovers cut(JsonView root)
    {
        cutContents(root["contents"]);
        for (const char *key : {"generateContentRequest", "generate_content_request"}) // of a count
            cutContents(root[key]["contents"]);
        sortEdits(m_edits);
        return {std::move(m_edits), {}};
    }

private:
    static bool isForeign(JsonView part) { return isWrapped(field(part, "thoughtSignature").text()); }

    //! It was there to carry the signature, and the API refuses empty texts.
    static bool isNothingElse(JsonView part) { return isForeign(part) && part["text"].is(""); }

    static bool allAreNothingElse(JsonView parts)
    {
        if (!parts.isArray() || parts.isEmpty())
            return false;
        for (const JsonView part : parts) {
            if (!isNothingElse(part))
                return false;
        }
        return true;
    }

    void cutContents(JsonView contents)
    {
        if (!contents.isArray())
            return;
        ElementCutter cutter(m_body, contents, m_edits);
        for (const JsonView content : contents) {
            const JsonView parts = content["parts"];
            if (allAreNothingElse(parts)) {
                cutter.cut(content);
                continue;
            }
            cutParts(parts);
            cutter.keep(content);
        }
    }

    void cutParts(JsonView parts)
    {
        if (parts.isObject())
            cutSignature(parts);
        if (!parts.isArray())
            return;
        signFirstCall(parts);
        ElementCutter cutter(m_body, parts, m_edits);
        for (const JsonView part : parts) {
            if (isNothingElse(part)) {
                cutter.cut(part);
                continue;
            }
            cutSignature(part);
            cutter.keep(part);
        }
    }

    //! Of a turn's calls the first has to be signed. One of another model without thoughts is not.
    void signFirstCall(JsonView parts)
    {
        if (!m_wantsSignature)
            return;
        for (const JsonView part : parts) {
            const JsonView call = field(part, "functionCall");
            if (!call.isObject())
                continue;
            // Gemini's own have no id, as a rule, and are signed.
            if (call["id"].isString() && field(part, "thoughtSignature").isMissing())
                m_edits.push_back({{part.raw().data() - m_body.data() + 1, 0},
                                   "\"thoughtSignature\":" + quoted(noSignature) + ','});
            return;
        }
    }

    static QByteArray quoted(QByteArrayView text) { return '"' + text.toByteArray() + '"'; }

    void cutSignature(JsonView part)
    {
        if (!isForeign(part))
            return;
        const bool replaced = m_wantsSignature && field(part, "functionCall").isObject();
        ElementCutter cutter(m_body, part, m_edits);
        for (const JsonView member : part) {
            const QByteArray key = member.key();
            if (key != "thoughtSignature" && key != "thought_signature") {
                cutter.keep(member);
            } else if (replaced) {
                replaceValue(m_body, member, quoted(noSignature), m_edits);
                cutter.keep(member);
            } else {
                cutter.cut(member);
            }
        }
    }

    QByteArrayView m_body;
    bool m_wantsSignature;
    BodyEdits m_edits;
};

} // namespace

Leftovers foreignLeftovers(const ClientRequest &request, const Target &target)
{
    JsonDocument document;
    return SignatureCutter(request.body, target.traits.wantsToolSignature)
        .cut(document.parseObject(request.body));
}

} // namespace gatehouse::gemini
