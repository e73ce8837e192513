// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/foreign_leftovers.h"
#include "gateway/dialect/gemini/foreign_leftovers.h"
#include "gateway/dialect/openai_chat/foreign_leftovers.h"
#include "gateway/dialect/openai_responses/foreign_leftovers.h"
#include "gateway/dialect/signature.h"

#include <QTest>

using namespace gatehouse;

namespace {

const QByteArray wrapped = wrapSignature({"other/model", "abc=="});
const QByteArray wrappedBytes = wrapSignatureAsBytes({"other/model", "abc=="});

//! \a text with W and B in angle brackets become wrapped signatures.
QByteArray filled(const char *text)
{
    return QByteArray(text).replace("<W>", wrapped).replace("<B>", wrappedBytes);
}

QByteArray edited(const QByteArray &body, const BodyEdits &edits)
{
    QByteArray result;
    qsizetype copied = 0;
    for (const BodyEdit &edit : edits) {
        if (edit.span.begin < copied)
            qFatal("Edits overlap or are out of order.");
        result += body.mid(copied, edit.span.begin - copied) + edit.text;
        copied = edit.span.begin + edit.span.length;
    }
    return result + body.mid(copied);
}

ClientRequest request(const QByteArray &body)
{
    ClientRequest request;
    request.body = body;
    return request;
}

Target target(const QByteArray &model)
{
    Target target;
    target.model = model;
    target.traits = modelTraits(model);
    return target;
}

void row(const char *name, const char *body, const char *expected, const char *model = "")
{
    QTest::newRow(name) << QByteArray(model) << filled(body) << filled(expected);
}

void columns()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
}

} // namespace

//! What Gatehouse wrote for a client while another dialect answered does not reach a provider of the client's
//! own.
class TestForeignLeftovers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anthropic_data()
    {
        columns();
        row("none",
            R"({"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"a","signature":"real"}]}]})",
            R"({"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"a","signature":"real"}]}]})");
        row("first",
            R"({"messages":[{"role":"assistant","content":[ {"type":"thinking","thinking":"a","signature":"<W>"} , {"type":"text","text":"b"}]}]})",
            R"({"messages":[{"role":"assistant","content":[ {"type":"text","text":"b"}]}]})");
        row("last",
            R"({"messages":[{"role":"assistant","content":[{"type":"text","text":"b"}, {"type":"redacted_thinking","data":"<W>"} ]}]})",
            R"({"messages":[{"role":"assistant","content":[{"type":"text","text":"b"} ]}]})");
        row("several in a row",
            R"({"messages":[{"role":"assistant","content":[{"type":"redacted_thinking","data":"<W>"},{"type":"thinking","thinking":"a","signature":"<W>"},{"type":"text","text":"b"},{"type":"thinking","thinking":"a","signature":"<W>"},{"type":"thinking","thinking":"a","signature":"<W>"},{"type":"text","text":"c"}]}]})",
            R"({"messages":[{"role":"assistant","content":[{"type":"text","text":"b"},{"type":"text","text":"c"}]}]})");
        row("nothing else in the turn",
            R"({"messages":[{"role":"user","content":"u"},{"role":"assistant","content":[{"type":"thinking","thinking":"a","signature":"<W>"}]},{"role":"user","content":"v"}]})",
            R"({"messages":[{"role":"user","content":"u"},{"role":"user","content":"v"}]})");
        row("unsigned, for Claude",
            R"({"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"a","signature":""},{"type":"text","text":"b"}]}]})",
            R"({"messages":[{"role":"assistant","content":[{"type":"text","text":"b"}]}]})",
            "claude-opus-4-5");
        row("unsigned, for another model",
            R"({"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"a","signature":""},{"type":"text","text":"b"}]}]})",
            R"({"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"a","signature":""},{"type":"text","text":"b"}]}]})",
            "kimi-k2");
        row("calls go on, with a budget",
            R"({"thinking":{"type":"enabled","budget_tokens":2000},"context_management":{"edits":[{"type":"clear_thinking_20251015","keep":"all"},{"type":"clear_tool_uses_20250919"}]},"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"a","signature":"<W>"},{"type":"tool_use","id":"t","name":"n","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t"}]}]})",
            R"({"thinking":{"type":"disabled"},"context_management":{"edits":[{"type":"clear_tool_uses_20250919"}]},"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"n","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t"}]}]})",
            "claude-opus-4-5");
        row("calls go on, adaptive",
            R"({"thinking":{"type":"adaptive"},"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"a","signature":"<W>"},{"type":"tool_use","id":"t","name":"n","input":{}}]}]})",
            R"({"thinking":{"type":"adaptive"},"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"n","input":{}}]}]})");
        row("calls of another model, without thoughts",
            R"({"thinking":{"type":"enabled","budget_tokens":2000},"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"D681PevKs","name":"n","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"D681PevKs"}]}]})",
            R"({"thinking":{"type":"disabled"},"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"D681PevKs","name":"n","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"D681PevKs"}]}]})",
            "claude-opus-4-5");
        row("calls without thoughts, for another model",
            R"({"thinking":{"type":"enabled","budget_tokens":2000},"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"D681PevKs","name":"n","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"D681PevKs"}]}]})",
            R"({"thinking":{"type":"enabled","budget_tokens":2000},"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"D681PevKs","name":"n","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"D681PevKs"}]}]})",
            "kimi-k2");
        row("calls that were over",
            R"({"thinking":{"type":"enabled","budget_tokens":2000},"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"a","signature":"<W>"},{"type":"tool_use","id":"t","name":"n","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t"}]},{"role":"assistant","content":"done"},{"role":"user","content":"u"}]})",
            R"({"thinking":{"type":"enabled","budget_tokens":2000},"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"n","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t"}]},{"role":"assistant","content":"done"},{"role":"user","content":"u"}]})");
        row("told, not signed",
            R"({"messages":[{"role":"user","content":"<W>"},{"role":"user","content":[{"type":"text","text":"<W>"}]}]})",
            R"({"messages":[{"role":"user","content":"<W>"},{"role":"user","content":[{"type":"text","text":"<W>"}]}]})");
        row("odd", R"({"messages":{"content":"<W>"},"thinking":7})",
            R"({"messages":{"content":"<W>"},"thinking":7})");
        row("cut", R"({"messages":[{"role":"assistant","content":[{"type":"thinking","signature":"<W>")",
            R"({"messages":[{"role":"assistant","content":[{"type":"thinking","signature":"<W>")");
    }

    void anthropic()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, body);
        QTEST(edited(body, anthropic::foreignLeftovers(request(body), target(model)).edits), "expected");
    }

    void gemini_data()
    {
        columns();
        row("none", R"({"contents":[{"role":"model","parts":[{"text":"a","thoughtSignature":"real"}]}]})",
            R"({"contents":[{"role":"model","parts":[{"text":"a","thoughtSignature":"real"}]}]})");
        row("of a text",
            R"({"contents":[{"role":"model","parts":[{"text":"a", "thoughtSignature":"<B>"},{"thought_signature":"<B>","text":"b"}]}]})",
            R"({"contents":[{"role":"model","parts":[{"text":"a"},{"text":"b"}]}]})");
        row("of a call",
            R"({"contents":[{"role":"model","parts":[{"functionCall":{"name":"f"},"thoughtSignature":"<B>"}]}]})",
            R"({"contents":[{"role":"model","parts":[{"functionCall":{"name":"f"}}]}]})", "gemini-2.5-pro");
        row("of a call that wants one",
            R"({"contents":[{"role":"model","parts":[{"thoughtSignature":"<B>","functionCall":{"name":"f"}}]}]})",
            R"({"contents":[{"role":"model","parts":[{"thoughtSignature":"skip_thought_signature_validator","functionCall":{"name":"f"}}]}]})",
            "gemini-3-pro-preview");
        row("of a call that has none",
            R"({"contents":[{"role":"model","parts":[{"text":"a"},{"functionCall":{"id":"chatcmpl-tool-1","name":"f"}},{"functionCall":{"id":"chatcmpl-tool-2","name":"f"}}]}]})",
            R"({"contents":[{"role":"model","parts":[{"text":"a"},{"thoughtSignature":"skip_thought_signature_validator","functionCall":{"id":"chatcmpl-tool-1","name":"f"}},{"functionCall":{"id":"chatcmpl-tool-2","name":"f"}}]}]})",
            "gemini-3-pro-preview");
        row("of its own call that has none",
            R"({"contents":[{"role":"model","parts":[{"functionCall":{"name":"f"}},{"functionCall":{"id":"toolu_2","name":"f"}}]}]})",
            R"({"contents":[{"role":"model","parts":[{"functionCall":{"name":"f"}},{"functionCall":{"id":"toolu_2","name":"f"}}]}]})",
            "gemini-3-pro-preview");
        row("alone",
            R"({"contents":[{"role":"model","parts":[{"text":"a"},{"text":"","thoughtSignature":"<B>"}]},{"role":"model","parts":[{"text":"","thought":true,"thoughtSignature":"<B>"}]}]})",
            R"({"contents":[{"role":"model","parts":[{"text":"a"}]}]})");
        row("of an older answer",
            R"({"contents":[{"role":"model","parts":{"text":"a","thoughtSignature":"<W>"}}]})",
            R"({"contents":[{"role":"model","parts":{"text":"a"}}]})");
        row("a count",
            R"({"generateContentRequest":{"contents":[{"role":"model","parts":[{"text":"a","thoughtSignature":"<B>"}]}]}})",
            R"({"generateContentRequest":{"contents":[{"role":"model","parts":[{"text":"a"}]}]}})");
        row("odd", R"({"contents":"<B>"})", R"({"contents":"<B>"})");
    }

    void gemini()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, body);
        QTEST(edited(body, gemini::foreignLeftovers(request(body), target(model)).edits), "expected");
    }

    void responses_data()
    {
        columns();
        row("none",
            R"({"input":[{"type":"reasoning","id":"rs_0a1b","summary":[],"encrypted_content":"real"}]})",
            R"({"input":[{"type":"reasoning","id":"rs_0a1b","summary":[],"encrypted_content":"real"}]})");
        row("sealed",
            R"({"input":[{"type":"reasoning","summary":[],"encrypted_content":"<W>"},{"role":"user","content":"u"}]})",
            R"({"input":[{"role":"user","content":"u"}]})");
        row("without a seal",
            R"({"input":[{"role":"user","content":"u"},{"type":"reasoning","id":"rs_0123456789abcdef0123456789abcdef_0","summary":[]},{"type":"function_call","call_id":"c"}]})",
            R"({"input":[{"role":"user","content":"u"},{"type":"function_call","call_id":"c"}]})");
        row("its own, with a longer name",
            R"({"input":[{"type":"reasoning","id":"rs_tmp_a1b2","summary":[]},{"role":"user","content":"<W>"}]})",
            R"({"input":[{"type":"reasoning","id":"rs_tmp_a1b2","summary":[]},{"role":"user","content":"<W>"}]})");
        row("its own, only named", R"({"input":[{"type":"reasoning","id":"rs_0a1b","summary":[]}]})",
            R"({"input":[{"type":"reasoning","id":"rs_0a1b","summary":[]}]})");
        row("text", R"({"input":"<W>"})", R"({"input":"<W>"})");
    }

    void responses()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, body);
        QTEST(edited(body, openai_responses::foreignLeftovers(request(body), target(model)).edits),
              "expected");
    }

    void chat_data()
    {
        columns();
        row("calls that lack thoughts",
            R"({"messages":[{"role":"user","content":"u"},{"role":"assistant","tool_calls":[{"id":"toolu_1"}]},{"role":"tool"},{"role":"assistant","reasoning_content":"","tool_calls":[{"id":"toolu_2"}]}]})",
            R"({"messages":[{"role":"user","content":"u"},{"reasoning_content":"tool call","role":"assistant","tool_calls":[{"id":"toolu_1"}]},{"role":"tool"},{"role":"assistant","reasoning_content":"tool call","tool_calls":[{"id":"toolu_2"}]}]})");
        row("its own",
            R"({"messages":[{"role":"assistant","reasoning_content":"h","tool_calls":[{"id":"call_1"}]}]})",
            R"({"messages":[{"role":"assistant","reasoning_content":"h","tool_calls":[{"id":"call_1"}]}]})");
        row("before the user spoke",
            R"({"messages":[{"role":"assistant","tool_calls":[{"id":"toolu_1"}]},{"role":"user","content":"u"}]})",
            R"({"messages":[{"role":"assistant","tool_calls":[{"id":"toolu_1"}]},{"role":"user","content":"u"}]})");
        row("no calls", R"({"messages":[{"role":"assistant","content":"a","tool_calls":[]}]})",
            R"({"messages":[{"role":"assistant","content":"a","tool_calls":[]}]})");
    }

    void chat()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, body);
        Target deepSeek = target(model);
        deepSeek.host.wantsReasoningBack = true;
        QTEST(edited(body, openai_chat::foreignLeftovers(request(body), deepSeek).edits), "expected");
        QVERIFY(openai_chat::foreignLeftovers(request(body), target(model)).edits.empty());
    }

    void wrapsAsBytes()
    {
        const Signature signature{"other/model", "a+/b=="};
        const QByteArray kept = wrapSignatureAsBytes(signature);
        const auto strict = QByteArray::AbortOnBase64DecodingErrors;
        QVERIFY(QByteArray::fromBase64Encoding(kept, QByteArray::Base64Encoding | strict));
        QCOMPARE(unwrapSignature(kept), signature);
        // Python's SDK gives back what it has decoded in the alphabet of URLs.
        const QByteArray bytes = QByteArray::fromBase64(kept);
        QCOMPARE(unwrapSignature(bytes.toBase64(QByteArray::Base64UrlEncoding)), signature);
        QCOMPARE(unwrapSignature(wrapSignature(signature)), signature);
        QVERIFY(isWrapped(kept));
        QVERIFY(!isWrapped("Z2F0ZWhvdXNlLg==")); // the mark, and nothing behind it
        QCOMPARE(unwrapSignature("Z2F0ZWhvdXNlLnh5eg=="), (Signature{{}, "Z2F0ZWhvdXNlLnh5eg=="}));
        QVERIFY(!isWrapped("EqQBCkgIBRABGAIiQ"));
        QVERIFY(!isWrapped(""));
        QCOMPARE(wrapSignatureAsBytes({"other/model", {}}), "");
    }
};

QTEST_GUILESS_MAIN(TestForeignLeftovers)
#include "tst_foreign_leftovers.moc"
