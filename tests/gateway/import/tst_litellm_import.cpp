// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_check.h"
#include "gateway/import/read_import.h"
#include "tests/gateway/import/import_shown.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! LiteLLM's config.yaml in our terms, with what has none.
class TestLiteLlmImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void carriesLimitsAndPrices();
};

void TestLiteLlmImport::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("one entry, the usual variable")
        << QByteArray(R"(model_list:
  - model_name: gpt-4o
    litellm_params:
      model: openai/gpt-4o
      api_key: os.environ/OPENAI_API_KEY
)")
        << QStringList{
               u"provider openai openai openai https://api.openai.com/v1 ${OPENAI_API_KEY} [gpt-4o]"_s,
               u"unset OPENAI_API_KEY model_list[0].litellm_params.api_key"_s};
    QTest::newRow("several services, aliases, literal and .env keys")
        << QByteArray(R"(model_list:
  - model_name: fast
    litellm_params: {model: groq/llama-3.3-70b, api_key: gsk_literal0123456789abcdef}
  - model_name: smart
    litellm_params: {model: claude-sonnet-4-5, api_key: os.environ/IN_ENV, vertex_project: p}
  - model_name: local
    litellm_params: {model: ollama_chat/qwen3, api_base: "http://localhost:11434"}
  - model_name: mine
    litellm_params: {model: openai/facebook/opt-125m, api_base: "https://vllm.example:8443/v1"}
    model_info: {mode: chat}
  - model_name: bedrock
    litellm_params: {model: bedrock/anthropic.claude-v2}
)")
        << QStringList{
               u"provider groq groq openai https://api.groq.com/openai/v1 keychain:groq@api.groq.com [llama-3.3-70b=fast]"_s,
               u"provider anthropic anthropic anthropic https://api.anthropic.com keychain:anthropic@api.anthropic.com [claude-sonnet-4-5=smart]"_s,
               u"provider ollama ollama openai http://localhost:11434/v1 - [qwen3=local]"_s,
               u"provider vllm.example-8443 - openai https://vllm.example:8443/v1 - [facebook/opt-125m=mine]"_s,
               u"key groq/0 keychain:groq@api.groq.com gsk_literal0123456789abcdef"_s,
               u"key anthropic/0 keychain:anthropic@api.anthropic.com sk-env-0123456789abcdef"_s,
               u"left model_list[1].litellm_params.vertex_project"_s,
               u"left model_list[3].model_info.mode"_s,
               u"left model_list[4].litellm_params.model"_s};
    QTest::newRow("azure, two deployments by rpm, fallbacks")
        << QByteArray(R"(model_list:
  - model_name: gpt-4o
    litellm_params: {model: azure/gpt-4o-eu, api_base: "https://eu.openai.azure.com/", api_key: "${EU}", api_version: "2024-06-01", rpm: 900}
  - model_name: gpt-4o
    litellm_params: {model: azure/gpt-4o-us, api_base: "https://us.openai.azure.com/openai/deployments/x", api_key: "${US}", rpm: 300}
  - model_name: backup
    litellm_params: {model: deepseek/deepseek-chat, api_key: "${DS}"}
litellm_settings: {drop_params: true, fallbacks: [{gpt-4o: [backup, nowhere]}]}
router_settings: {fallbacks: [{backup: [gpt-4o]}], model_group_alias: {gpt-4: gpt-4o, lost: gone}, num_retries: 3}
general_settings: {master_key: sk-1234}
)")
        << QStringList{
               u"provider azure-openai azure-openai azure-openai https://eu.openai.azure.com/openai/v1 ${EU} [gpt-4o-eu]"_s,
               u"provider azure-openai-2 azure-openai azure-openai https://us.openai.azure.com/openai/v1 ${US} [gpt-4o-us]"_s,
               u"provider deepseek deepseek openai https://api.deepseek.com ${DS} [deepseek-chat]"_s,
               u"route gpt-4o weighted azure-openai/gpt-4o-eu*900 azure-openai-2/gpt-4o-us*300 deepseek/deepseek-chat*0"_s,
               u"route backup priority deepseek/deepseek-chat*1 azure-openai/gpt-4o-eu*1 azure-openai-2/gpt-4o-us*1"_s,
               u"route gpt-4 weighted azure-openai/gpt-4o-eu*900 azure-openai-2/gpt-4o-us*300 deepseek/deepseek-chat*0"_s,
               u"unset EU model_list[0].litellm_params.api_key"_s,
               u"unset US model_list[1].litellm_params.api_key"_s,
               u"unset DS model_list[2].litellm_params.api_key"_s,
               u"left model_list[0].litellm_params.api_version"_s,
               u"left fallbacks of \"gpt-4o\""_s,
               u"left fallbacks of \"gpt-4\""_s,
               u"left router_settings.model_group_alias.lost"_s,
               u"left litellm_settings.drop_params"_s,
               u"left router_settings.num_retries"_s,
               u"left general_settings.master_key"_s};
    QTest::newRow("fastest, fractions, a name of two models")
        << QByteArray(R"(model_list:
  - {model_name: a, litellm_params: {model: mistral/m1, api_key: "", weight: 0.7}}
  - {model_name: a, litellm_params: {model: xai/m2, api_key: "", weight: 0.3}}
  - {model_name: m2, litellm_params: {model: mistral/m1, api_key: ""}}
router_settings: {routing_strategy: latency-based-routing}
)")
        << QStringList{u"provider mistral mistral openai https://api.mistral.ai/v1 ${MISTRAL_API_KEY} [m1]"_s,
                       u"provider xai xai openai https://api.x.ai/v1 ${XAI_API_KEY} [m2]"_s,
                       u"route a fastest mistral/m1*70 xai/m2*30"_s,
                       u"route m2 priority mistral/m1*1"_s,
                       u"unset MISTRAL_API_KEY model_list[0].litellm_params.api_key"_s,
                       u"unset XAI_API_KEY model_list[1].litellm_params.api_key"_s};
    QTest::newRow("a share beside none")
        << QByteArray(R"(model_list:
  - {model_name: a, litellm_params: {model: mistral/m1, api_key: x1, rpm: 900}}
  - {model_name: a, litellm_params: {model: xai/m2, api_key: x2}}
)")
        << QStringList{
               u"provider mistral mistral openai https://api.mistral.ai/v1 keychain:mistral@api.mistral.ai [m1]"_s,
               u"provider xai xai openai https://api.x.ai/v1 keychain:xai@api.x.ai [m2]"_s,
               u"key mistral/0 keychain:mistral@api.mistral.ai x1"_s, u"key xai/0 keychain:xai@api.x.ai x2"_s,
               u"route a weighted mistral/m1*1 xai/m2*1"_s};
    QTest::newRow("patterns, variables of the file, anchors")
        << QByteArray(R"(x: &common {api_key: os.environ/K, api_base: os.environ/BASE}
model_list:
  - {model_name: "openai/*", litellm_params: {model: "openai/*", <<: *common}}
  - {model_name: "claude-*", litellm_params: {model: "anthropic/claude-*", api_key: os.environ/K}}
  - {model_name: "*", litellm_params: {model: "openai/*", <<: *common}}
  - {model_name: "my-*", litellm_params: {model: "openai/*", <<: *common}}
  - {model_name: z, litellm_params: {model: openai/z, api_base: os.environ/NOWHERE}}
environment_variables: {K: sk-in-the-file-0123456789, BASE: "https://proxy.example/v1", OTHER: x}
)")
        << QStringList{
               u"provider proxy.example - openai https://proxy.example/v1 keychain:proxy.example@proxy.example [*]"_s,
               u"provider anthropic anthropic anthropic https://api.anthropic.com keychain:anthropic@api.anthropic.com [claude-*]"_s,
               u"key proxy.example/0 keychain:proxy.example@proxy.example sk-in-the-file-0123456789"_s,
               u"key anthropic/0 keychain:anthropic@api.anthropic.com sk-in-the-file-0123456789"_s,
               u"left model_list[0].model_name"_s,
               u"left model_list[3].model_name"_s,
               u"left model_list[4].litellm_params.api_base"_s,
               u"left environment_variables.OTHER"_s,
               u"left x"_s};
    QTest::newRow("an address that is none in the .env")
        << QByteArray("model_list:\n  - {model_name: z, litellm_params: {model: openai/z, api_base: "
                      "os.environ/PASSWORD}}\n")
        << QStringList{u"left model_list[0].litellm_params.api_base"_s};
    QTest::newRow("names that look like a provider's model")
        << QByteArray(R"(model_list:
  - {model_name: anthropic/claude-sonnet, litellm_params: {model: anthropic/claude-sonnet-4-5, api_key: "${A}"}}
  - {model_name: groq/llama, litellm_params: {model: groq/llama, api_key: "${G}"}}
  - {model_name: team/llama, litellm_params: {model: groq/llama-4, api_key: "${G}"}}
)")
        << QStringList{
               u"provider anthropic anthropic anthropic https://api.anthropic.com ${A} [claude-sonnet-4-5]"_s,
               u"provider groq groq openai https://api.groq.com/openai/v1 ${G} [llama llama-4=team/llama]"_s,
               u"route anthropic/claude-sonnet priority anthropic/claude-sonnet-4-5*1"_s,
               u"unset A model_list[0].litellm_params.api_key"_s,
               u"unset G model_list[1].litellm_params.api_key"_s};
    QTest::newRow("nothing usable")
        << QByteArray("model_list: [1, {}, {model_name: a}, {litellm_params: x}]\n---\nb: 1\n")
        << QStringList{u"left model_list[0]"_s, u"left model_list[1]"_s, u"left model_list[2]"_s,
                       u"left model_list[3]"_s, u"left ---"_s};
}

void TestLiteLlmImport::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, lines);
    Environment environment;
    QVERIFY(environment.readFile("IN_ENV=sk-env-0123456789abcdef\nPASSWORD=hunter22\n").isEmpty());
    const Result<Imported> imported = readImport(text, environment);
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    QCOMPARE(shownImport(*imported), lines);
    for (const Problem &problem : check(imported->config))
        QVERIFY2(problem.warning, qPrintable(QString(problem.path + u' ' + problem.message)));
}

void TestLiteLlmImport::carriesLimitsAndPrices()
{
    const Result<Imported> imported = readImport(R"(model_list:
  - {model_name: a, litellm_params: {model: groq/a, rpm: 30, tpm: 6000, max_parallel_requests: 2,
     input_cost_per_token: 0.0000025, output_cost_per_token: 1e-5}}
  - {model_name: b, litellm_params: {model: xai/b, rpm: 5}}
  - {model_name: c, litellm_params: {model: xai/c, rpm: -5}}
)",
                                                 {});
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    const QList<Provider> &providers = imported->config.providers;
    QCOMPARE(providers.size(), 2);
    const Limits limits{30, 6000, 2};
    QCOMPARE(providers[0].limits, limits);
    QVERIFY(providers[0].models[0].price);
    QCOMPARE(providers[0].models[0].price->input, 2.5);
    QCOMPARE(providers[0].models[0].price->output, 10.0);
    QCOMPARE(providers[1].limits, Limits());
    const QString left = imported->left.join(u'\n');
    QVERIFY2(left.contains("model_list[1].rpm"_L1) && left.contains("model_list[2].rpm"_L1),
             qPrintable(left));
}

QTEST_GUILESS_MAIN(TestLiteLlmImport)
#include "tst_litellm_import.moc"
