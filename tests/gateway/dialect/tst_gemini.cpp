// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/azure/azure.h"
#include "gateway/dialect/gemini/gemini.h"
#include "gateway/dialect/gemini/schema.h"
#include "golden.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! Gemini's dialect, on both sides, and the addresses of Azure.
class TestGemini : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromChat_data() { addGoldenRows(u"chat-gemini"_s); }
    void fromChat() { exchange(); }
    void fromMessages_data() { addGoldenRows(u"messages-gemini"_s); }
    void fromMessages() { exchange(); }
    void toOpenAi_data() { addGoldenRows(u"gemini-openai"_s); }
    void toOpenAi() { exchange(); }
    void toAzure_data()
    {
        addGoldenRows(u"gemini-azure-openai"_s);
        addGoldenRows(u"messages-azure-openai"_s);
    }
    void toAzure() { exchange(); }
    void toAnthropic_data() { addGoldenRows(u"gemini-anthropic"_s); }
    void toAnthropic() { exchange(); }

    void toOpenApi_data();
    void toOpenApi()
    {
        QFETCH(QByteArray, schema);
        QTEST(gemini::openApiSchema(schema), "openApi");
    }

    void boundsReferences();
    void toJsonSchema_data();
    void toJsonSchema();
    void embeds();
    void refusesEmbeddings_data();
    void refusesEmbeddings();
    void countsTokens();
    void addresses_data();
    void addresses();

private:
    static void exchange()
    {
        QFETCH(QString, file);
        QCOMPARE(goldenProblem(file), QString());
    }
};

namespace {

//! Written with `'` for `"`, which is easier to read.
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

Result<EmbeddingRequest> readEmbedding(const QByteArray &body)
{
    ClientRequest request;
    request.task = Task::Embed;
    request.body = body;
    return geminiClient.readEmbedding(request);
}

} // namespace

void TestGemini::toOpenApi_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("openApi");
    const auto row = [](const char *name, const char *schema, const char *openApi) {
        QTest::newRow(name) << quoted(schema) << quoted(openApi);
    };
    row("no schema", "", "");
    row("no object", "[]", "");
    row("no properties", "{'type':'object','properties':{}}", "");
    row("unknown words",
        "{'$schema':'s','type':'object','additionalProperties':false,'properties':{'a':{'type':'string',"
        "'default':'x','format':'uri','description':'A'}}}",
        "{'type':'OBJECT','properties':{'a':{'type':'STRING','description':'A\\n\\n{format: \\'uri\\'}'}}}");
    row("a property may have any name", "{'properties':{'$ref':{'type':'integer'},'type':{'type':'string'}}}",
        "{'type':'OBJECT','properties':{'$ref':{'type':'INTEGER'},'type':{'type':'STRING'}}}");
    row("required", "{'properties':{'a':{'type':'string'}},'required':['a','b']}",
        "{'type':'OBJECT','properties':{'a':{'type':'STRING'}},'required':['a']}");
    row("const", "{'type':'object','properties':{'a':{'const':'x'},'b':{'const':1}}}",
        "{'type':'OBJECT','properties':{'a':{'type':'STRING','enum':['x']},'b':{'type':'INTEGER',"
        "'description':'{const: 1}'}}}");
    row("enum with null", "{'type':'string','enum':['x',null]}",
        "{'nullable':true,'type':'STRING','enum':['x']}");
    row("enum of numbers", "{'type':'integer','enum':[1, 2],'description':'N'}",
        "{'type':'INTEGER','description':'N\\n\\n{enum: [1,2]}'}");
    row("enum of anything", "{'enum':['x',1,true]}",
        "{'type':'STRING','description':'{enum: [\\'x\\',1,true]}'}");
    row("enum with the empty text", "{'enum':['','x']}",
        "{'type':'STRING','description':'{enum: [\\'\\',\\'x\\']}'}");
    row("words that the subset lacks",
        "{'type':'array','items':{'type':'number','multipleOf':0.5,'exclusiveMinimum':0},'uniqueItems':true}",
        "{'type':'ARRAY','description':'{uniqueItems: true}','items':{'type':'NUMBER','description':"
        "'{multipleOf: 0.5, exclusiveMinimum: 0}'}}");
    row("any names", "{'properties':{'a':{'type':'object','additionalProperties':{'type':'integer'}}}}",
        "{'type':'OBJECT','properties':{'a':{'type':'OBJECT','description':"
        "'{additionalProperties: {\\'type\\':\\'integer\\'}}'}}}");
    row("type and null", "{'type':['string','null']}", "{'nullable':true,'type':'STRING'}");
    row("several types", "{'type':['string','integer']}", "{'anyOf':[{'type':'STRING'},{'type':'INTEGER'}]}");
    row("several types with bounds", "{'type':['string','integer'],'minimum':1,'enum':['a',1]}",
        "{'description':'{enum: [\\'a\\',1], minimum: 1}','anyOf':[{'type':'STRING'},{'type':'INTEGER'}]}");
    row("anyOf with null", "{'anyOf':[{'type':'number'},{'type':'null'}],'description':'N'}",
        "{'nullable':true,'type':'NUMBER','description':'N'}");
    row("oneOf", "{'oneOf':[{'type':'number'},{'type':'string'}]}",
        "{'anyOf':[{'type':'NUMBER'},{'type':'STRING'}]}");
    row("allOf",
        "{'allOf':[{'properties':{'a':{'type':'string'}},'required':['a']},{'properties':{'b':{'type':"
        "'boolean'}},'required':['b']}]}",
        "{'type':'OBJECT','properties':{'a':{'type':'STRING'},'b':{'type':'BOOLEAN'}},'required':['a','b']}");
    row("list without items", "{'type':'array'}", "{'type':'ARRAY','items':{'type':'STRING'}}");
    row("tuple", "{'type':'array','items':[{'type':'integer'}]}",
        "{'type':'ARRAY','description':'{items: [{\\'type\\':\\'integer\\'}]}','items':{'type':'INTEGER'}}");
    row("tuple of several", "{'type':'array','prefixItems':[{'type':'integer'},{'type':'string'}]}",
        "{'type':'ARRAY','description':'{prefixItems: "
        "[{\\'type\\':\\'integer\\'},{\\'type\\':\\'string\\'}]}',"
        "'items':{'anyOf':[{'type':'INTEGER'},{'type':'STRING'}]}}");
    row("reference",
        "{'properties':{'a':{'$ref':'#/$defs/A'},'b':{'$ref':'#/$defs/A'}},'$defs':{'A':{'type':'integer',"
        "'format':'int32'}}}",
        "{'type':'OBJECT','properties':{'a':{'type':'INTEGER','format':'int32'},'b':{'type':'INTEGER',"
        "'format':'int32'}}}");
    row("reference without a fragment",
        "{'properties':{'a':{'$ref':'/$defs/A'}},'$defs':{'A':{'type':'integer'}}}",
        "{'type':'OBJECT','properties':{'a':{'type':'INTEGER'}}}");
    row("reference to nothing", "{'properties':{'a':{'$ref':'#/x'},'b':{'$ref':'http://x'}}}",
        "{'type':'OBJECT','properties':{'a':{'type':'STRING'},'b':{'type':'STRING'}}}");
    row("reference to itself",
        "{'properties':{'a':{'$ref':'#/$defs/A'}},'$defs':{'A':{'properties':{'next':{'$ref':'#/$defs/A'}}}}"
        "}",
        "{'type':'OBJECT','properties':{'a':{'type':'OBJECT','properties':{'next':{'type':'OBJECT',"
        "'description':'{$ref: \\'#/$defs/A\\'}'}}}}}");
    row("all members wrong",
        "{'type':7,'properties':[],'required':{},'anyOf':{},'prefixItems':null,'enum':'x'}",
        "{'type':'STRING'}");
}

void TestGemini::boundsReferences()
{
    // Each definition holds ten of the next one.
    QByteArray schema = quoted("{'properties':{'a':{'$ref':'#/$defs/d0'}},'$defs':{");
    for (int i = 0; i < 12; ++i) {
        const QByteArray next = "{\"$ref\":\"#/$defs/d" + QByteArray::number(i + 1) + "\"}";
        schema += (i ? ",\"d" : "\"d") + QByteArray::number(i) + quoted("':{'properties':{");
        for (int n = 0; n < 10; ++n)
            schema += (n ? ",\"p" : "\"p") + QByteArray::number(n) + "\":" + next;
        schema += "}}";
    }
    schema += quoted(",'d12':{'type':'string'}}}");
    const QByteArray written = gemini::openApiSchema(schema);
    QVERIFY(!written.isEmpty());
    QVERIFY2(written.size() < 4'000'000, qPrintable(QString::number(written.size())));
}

void TestGemini::toJsonSchema_data()
{
    QTest::addColumn<QByteArray>("openApi");
    QTest::addColumn<QByteArray>("schema");
    const auto row = [](const char *name, const char *openApi, const char *schema) {
        QTest::newRow(name) << quoted(openApi) << quoted(schema);
    };
    row("types", "{'type':'OBJECT','properties':{'a':{'type':'ARRAY','items':{'type':'STRING'}}}}",
        "{'type':'object','properties':{'a':{'type':'array','items':{'type':'string'}}}}");
    row("lower case stays", "{'type':'object'}", "{'type':'object'}");
    row("nullable", "{'type':'STRING','nullable':true}", "{'type':['string','null']}");
    row("nullable enum", "{'type':'STRING','nullable':true,'enum':['a','b']}",
        "{'type':['string','null'],'enum':['a','b',null]}");
    row("nullable choice", "{'nullable':true,'anyOf':[{'type':'STRING'},{'type':'INTEGER'}]}",
        "{'anyOf':[{'type':'string'},{'type':'integer'},{'type':'null'}]}");
    row("counts", "{'type':'ARRAY','minItems':'1','maxItems':3}",
        "{'type':'array','minItems':1,'maxItems':3}");
    row("strangers", "{'type':'OBJECT','propertyOrdering':['a'],'example':1,'description':'D'}",
        "{'type':'object','description':'D'}");
    row("any of", "{'any_of':[{'type':'STRING'}]}", "{'anyOf':[{'type':'string'}]}");
    row("no type", "{'type':'TYPE_UNSPECIFIED','title':'T'}", "{'title':'T'}");
    row("enum", "{'type':'STRING','format':'enum','enum':['A']}", "{'type':'string','enum':['A']}");
    row("properties named so", "{'type':'OBJECT','properties':{'nullable':{'type':'STRING'}}}",
        "{'type':'object','properties':{'nullable':{'type':'string'}}}");
}

void TestGemini::toJsonSchema()
{
    QFETCH(QByteArray, openApi);
    JsonDocument document;
    QTEST(gemini::jsonSchema(document.parse(openApi)), "schema");
}

void TestGemini::embeds()
{
    Target target;
    target.model = "embedder";
    const QByteArray one = quoted("{'content':{'parts':[{'text':'a'},{'text':'b'}]},'taskType':'CLUSTERING',"
                                  "'outputDimensionality':3}");
    const Result<EmbeddingRequest> single = readEmbedding(one);
    QVERIFY(single);
    QCOMPARE(single->inputs, QByteArrayList{"a\nb"});
    const Result<ProviderRequest> sent = geminiProvider.writeEmbedding(*single, target);
    QVERIFY(sent);
    QCOMPARE(sent->path, "/models/embedder:embedContent");
    QCOMPARE(sent->body, quoted("{'model':'models/embedder','content':{'parts':[{'text':'a\\nb'}]},"
                                "'taskType':'CLUSTERING','outputDimensionality':3}"));
    const Result<EmbeddingReply> vectors =
        geminiProvider.readEmbedding(quoted("{'embedding':{'values':[0.5,-1]}}"), target);
    QVERIFY(vectors);
    QCOMPARE(geminiClient.writeEmbedding(*vectors, *single), quoted("{'embedding':{'values':[0.5,-1]}}"));

    const QByteArray two =
        quoted("{'requests':[{'content':{'parts':[{'text':'a'}]}},{'content':{'parts':[{'text':'b'}]}}]}");
    const Result<EmbeddingRequest> batch = readEmbedding(two);
    QVERIFY(batch);
    QCOMPARE(batch->inputs, (QByteArrayList{"a", "b"}));
    QCOMPARE(geminiProvider.writeEmbedding(*batch, target)->path, "/models/embedder:batchEmbedContents");
    const Result<EmbeddingReply> several =
        geminiProvider.readEmbedding(quoted("{'embeddings':[{'values':[1]},{'values':[2]}]}"), target);
    QVERIFY(several);
    QCOMPARE(geminiClient.writeEmbedding(*several, *batch),
             quoted("{'embeddings':[{'values':[1]},{'values':[2]}]}"));
}

void TestGemini::refusesEmbeddings_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("invalid_json");
    QTest::newRow("nothing") << QByteArray("{}") << QByteArray("missing_required_parameter");
    QTest::newRow("no requests") << quoted("{'requests':[]}") << QByteArray("missing_required_parameter");
    QTest::newRow("an image") << quoted("{'content':{'parts':[{'inlineData':{}}]}}")
                              << QByteArray("unsupported_value");
}

void TestGemini::refusesEmbeddings()
{
    QFETCH(QByteArray, body);
    const Result<EmbeddingRequest> read = readEmbedding(body);
    QVERIFY(!read);
    QCOMPARE(read.error().status, 400);
    QTEST(read.error().code, "code");
}

void TestGemini::countsTokens()
{
    QCOMPARE(geminiClient.writeTokenCount(12), QByteArray("{\"totalTokens\":12}"));
    QCOMPARE(*geminiProvider.readTokenCount("{\"totalTokens\":31}"), 31);
    QCOMPARE(geminiProvider.readTokenCount("{\"error\":{\"code\":404,\"message\":\"no\"}}").error().status,
             404);
    QCOMPARE(geminiProvider.readTokenCount("[]").error().status, 502);
}

void TestGemini::addresses_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("path");
    const QByteArray version = "?api-version=2024-10-21";
    QTest::newRow("resource") << QByteArray("https://r.openai.azure.com")
                              << QByteArray("/openai/deployments/my%20gpt/chat/completions" + version);
    QTest::newRow("openai") << QByteArray("https://r.openai.azure.com/openai")
                            << QByteArray("/deployments/my%20gpt/chat/completions" + version);
    QTest::newRow("deployment") << QByteArray("https://r.openai.azure.com/openai/deployments/d")
                                << QByteArray("/chat/completions" + version);
    QTest::newRow("v1") << QByteArray("https://r.openai.azure.com/openai/v1")
                        << QByteArray("/chat/completions");
}

void TestGemini::addresses()
{
    QFETCH(QByteArray, base);
    Provider provider;
    provider.dialect = Dialect::AzureOpenAi;
    const Target target = targetFor(provider, base, "my gpt");
    QTEST(azureProvider.address("/chat/completions", target), "path");
    ChatRequest request;
    request.messages.append({ChatMessage::User, {{TextPart{"Hi"}}}});
    const Result<ProviderRequest> sent = azureProvider.writeRequest(request, target);
    QVERIFY(sent);
    QTEST(sent->path, "path");
    EmbeddingRequest texts;
    texts.inputs = {"a"};
    const Result<ProviderRequest> embedding = azureProvider.writeEmbedding(texts, target);
    QVERIFY(embedding);
    QCOMPARE(embedding->path, azureProvider.address("/embeddings", target));
}

QTEST_GUILESS_MAIN(TestGemini)
#include "tst_gemini.moc"
