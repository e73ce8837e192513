// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/causes.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse {
namespace {

constexpr auto tooLong =
    "context length|context_length|context window|maximum context|too many tokens|prompt is too long|"
    "input is too long|input token count|maximum number of tokens|reduce the length|longer than the model";
constexpr auto noCredit =
    "insufficient_quota|quota or the balance|current quota|current_quota|billing|credit balance|"
    "insufficient balance|insufficient_balance|insufficient credits|arrearage";
constexpr auto policy = "content policy|content_policy|content_filter|content management|moderation|flagged|"
                        "safety system|safety filter|safety polic";
constexpr auto place =
    "unsupported_country|country, region|user location|not supported in your|not available in your";
constexpr auto badKey = "api key not valid|api_key_invalid|invalid api key|incorrect api key|api key expired";
constexpr auto noModel = "model does not exist|model not exist|unknown model|invalid model|model_not_found|"
                         "no such model|model not found|does not exist or you do not have access";
constexpr auto proxyWord = "through the proxy";
constexpr auto nameWord = "resolve";
constexpr auto webPage = "web page|html";

struct Causes
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::Causes)

public:
    inline static constexpr Cause table[] = {
        // Who asked has left.
        Cause{
            "client_closed", Cause::BeforeAnswer, nullptr,
            QT_TR_NOOP(
                "The program that asked gave up before an answer began. Its own time-out may be shorter than "
                "the model needs."),
            Remedy::None},
        Cause{"client_closed", Cause::Always, nullptr,
              QT_TR_NOOP(
                  "The program that asked closed the connection before the answer was whole, as it does when "
                  "someone presses Stop."),
              Remedy::None},

        // What the provider's words tell more of than its code.
        Cause{"context_length_exceeded", Cause::Always, nullptr,
              QT_TR_NOOP("The prompt is longer than the model %2 can read."), Remedy::LowerPrompt},
        Cause{"upstream_400|upstream_413|upstream_422|upstream_500|upstream_error|invalid_request_error|"
              "INVALID_ARGUMENT",
              Cause::Always, tooLong, QT_TR_NOOP("The prompt is longer than the model %2 can read."),
              Remedy::LowerPrompt},
        Cause{"upstream_413", Cause::Always, nullptr, QT_TR_NOOP("The request is larger than %1 takes."),
              Remedy::LowerPrompt},
        Cause{"request_too_large", Cause::ToldByProvider, nullptr,
              QT_TR_NOOP("The request is larger than %1 takes."), Remedy::LowerPrompt},
        Cause{
            "upstream_402|insufficient_quota|billing_error|billing_not_active|insufficient_balance",
            Cause::Always, nullptr,
            QT_TR_NOOP(
                "The account behind the key of %1 has no credit left. Top it up there, or use another key."),
            Remedy::EditKey},
        Cause{
            "upstream_400|upstream_403|upstream_429|rate_limit_error|RESOURCE_EXHAUSTED|no_healthy_provider",
            Cause::Always, noCredit,
            QT_TR_NOOP(
                "The account behind the key of %1 has no credit left. Top it up there, or use another key."),
            Remedy::EditKey},
        Cause{"upstream_400|upstream_403|upstream_451|FAILED_PRECONDITION|PERMISSION_DENIED", Cause::Always,
              place, QT_TR_NOOP("%1 does not serve the place that the connection seems to come from."),
              Remedy::OpenProxySettings},
        Cause{"content_filter", Cause::Always, nullptr,
              QT_TR_NOOP("%1 refused the request for what it says, by its rules on content."),
              Remedy::PickModel},
        Cause{"upstream_400|upstream_403|upstream_422", Cause::Always, policy,
              QT_TR_NOOP("%1 refused the request for what it says, by its rules on content."),
              Remedy::PickModel},
        Cause{"upstream_400|INVALID_ARGUMENT", Cause::Always, badKey, QT_TR_NOOP("%1 refused the key."),
              Remedy::EditKey},
        Cause{"upstream_400|upstream_422|invalid_request_error", Cause::Always, noModel,
              QT_TR_NOOP("%1 does not know the model %2."), Remedy::PickModel},
        Cause{"upstream_404", Cause::Always, webPage,
              QT_TR_NOOP("There is no API at the address of %1: it answered with a web page."),
              Remedy::EditAddress},

        // What providers answer.
        Cause{"upstream_401|authentication_error|UNAUTHENTICATED", Cause::Always, nullptr,
              QT_TR_NOOP("%1 refused the key: it is wrong, or was revoked."), Remedy::EditKey},
        Cause{"invalid_api_key", Cause::ToldByProvider, nullptr,
              QT_TR_NOOP("%1 refused the key: it is wrong, or was revoked."), Remedy::EditKey},
        Cause{"upstream_403|permission_error|PERMISSION_DENIED", Cause::Always, nullptr,
              QT_TR_NOOP("%1 refused the key: it may not use this model, or not do what was asked."),
              Remedy::EditKey},
        Cause{"upstream_404|not_found_error|NOT_FOUND", Cause::Always, nullptr,
              QT_TR_NOOP("%1 does not know the model %2, or has nothing at this address."),
              Remedy::PickModel},
        Cause{"model_not_found", Cause::ToldByProvider, nullptr, QT_TR_NOOP("%1 does not know the model %2."),
              Remedy::PickModel},
        Cause{"upstream_408|upstream_504|upstream_524|timeout_error|DEADLINE_EXCEEDED", Cause::Always,
              nullptr, QT_TR_NOOP("%1 itself took too long and gave up."), Remedy::TryProviderNow},
        Cause{"upstream_409", Cause::Always, nullptr,
              QT_TR_NOOP("%1 was at work on something that this request conflicts with."),
              Remedy::TryProviderNow},
        Cause{"upstream_429|rate_limit_error|RESOURCE_EXHAUSTED", Cause::Always, nullptr,
              QT_TR_NOOP("%1 asks to wait: too much was asked of it with this key in a short time."),
              Remedy::TryProviderNow},
        Cause{"rate_limit_exceeded", Cause::ToldByProvider, nullptr,
              QT_TR_NOOP("%1 asks to wait: too much was asked of it with this key in a short time."),
              Remedy::TryProviderNow},
        Cause{"upstream_503|upstream_529|overloaded_error|overloaded|UNAVAILABLE", Cause::Always, nullptr,
              QT_TR_NOOP("%1 is overloaded, or down for the moment."), Remedy::TryProviderNow},
        Cause{"upstream_5*|api_error|server_error|INTERNAL", Cause::Always, nullptr,
              QT_TR_NOOP("%1 has a fault of its own."), Remedy::TryProviderNow},
        Cause{"upstream_400|upstream_422|invalid_request_error|INVALID_ARGUMENT|FAILED_PRECONDITION",
              Cause::Always, nullptr,
              QT_TR_NOOP(
                  "%1 did not accept something in the request: another model may, or the program has to ask "
                  "otherwise."),
              Remedy::PickModel},
        Cause{"upstream_4*", Cause::Always, nullptr, QT_TR_NOOP("%1 refused the request."),
              Remedy::PickModel},
        Cause{"upstream_error", Cause::Always, nullptr, QT_TR_NOOP("%1 reported an error within its answer."),
              Remedy::TryProviderNow},
        Cause{"model_failed", Cause::Always, nullptr,
              QT_TR_NOOP("The model %2 failed at its answer. The next try may do better, or another model."),
              Remedy::PickModel},
        Cause{"upstream_3*", Cause::Always, nullptr,
              QT_TR_NOOP(
                  "%1 sent the request on to another address, which is never followed: a key might leak."),
              Remedy::EditAddress},

        // The way to the provider.
        Cause{"upstream_timeout", Cause::BrokenOff, nullptr,
              QT_TR_NOOP("%1 fell silent within its answer for longer than its time-out allows."),
              Remedy::RaiseTimeout},
        Cause{"upstream_timeout", Cause::Always, nullptr,
              QT_TR_NOOP("%1 did not begin to answer within its time-out."), Remedy::RaiseTimeout},
        Cause{"upstream_unreachable", Cause::Always, proxyWord,
              QT_TR_NOOP("The proxy in front of %1 does not let the connection through."),
              Remedy::OpenProxySettings},
        Cause{"upstream_unreachable", Cause::Always, nameWord,
              QT_TR_NOOP("The name in the address of %1 does not exist, or there is no network."),
              Remedy::EditAddress},
        Cause{"upstream_unreachable", Cause::Always, nullptr,
              QT_TR_NOOP("%1 cannot be reached: nothing listens at its address, or the way is blocked."),
              Remedy::TryProviderNow},
        Cause{"upstream_tls", Cause::Always, proxyWord,
              QT_TR_NOOP(
                  "There is no safe connection to %1 through the proxy: its certificate cannot be trusted."),
              Remedy::OpenProxySettings},
        Cause{"upstream_tls", Cause::Always, nullptr,
              QT_TR_NOOP("There is no safe connection to %1: its certificate cannot be trusted."),
              Remedy::EditAddress},
        Cause{"upstream_protocol", Cause::BrokenOff, nullptr,
              QT_TR_NOOP("The answer of %1 broke off: what had come was passed on, the end is missing."),
              Remedy::TryProviderNow},
        Cause{"upstream_protocol", Cause::Always, webPage,
              QT_TR_NOOP("There is no API at the address of %1: it answered with a web page."),
              Remedy::EditAddress},
        Cause{"upstream_protocol", Cause::Always, nullptr,
              QT_TR_NOOP("%1 gave no whole answer: the connection broke, or what came was none."),
              Remedy::TryProviderNow},

        // Nobody could be asked.
        Cause{"provider_key_missing", Cause::Always, nullptr, QT_TR_NOOP("There is no key for %1."),
              Remedy::EditKey},
        Cause{"no_healthy_provider", Cause::Always, "refuses the key",
              QT_TR_NOOP("%1 is left alone because it refused its key."), Remedy::EditKey},
        Cause{"no_healthy_provider", Cause::Always, "no provider is left",
              QT_TR_NOOP("No provider of this model was left that could be asked."), Remedy::PickModel},
        Cause{"no_healthy_provider", Cause::Always, nullptr,
              QT_TR_NOOP(
                  "%1 is left alone for a while because it failed before, and nobody else serves the model."),
              Remedy::TryProviderNow},
        Cause{"rate_limit_exceeded", Cause::Always, "that is set for it here",
              QT_TR_NOOP("%1 is at the limit that is set for it in Gatehouse."), Remedy::EditLimits},
        Cause{"rate_limit_exceeded", Cause::Always, nullptr,
              QT_TR_NOOP("The client %3 is at the limit that is set for it in Gatehouse."),
              Remedy::EditClient},
        Cause{"budget_exceeded", Cause::Always, nullptr,
              QT_TR_NOOP("A budget is used up: no more is spent until its day or month ends."),
              Remedy::EditBudget},

        // What was asked for.
        Cause{"model_not_found", Cause::Always, nullptr, QT_TR_NOOP("No provider here serves the model %2."),
              Remedy::PickModel},
        Cause{"model_not_allowed", Cause::Always, nullptr,
              QT_TR_NOOP("The client %3 may not use the model %2."), Remedy::EditClient},
        Cause{"dialect_not_supported", Cause::Always, nullptr,
              QT_TR_NOOP("The provider of the model %2 cannot be asked for this kind of thing."),
              Remedy::PickModel},
        Cause{
            "unsupported_value", Cause::Always, nullptr,
            QT_TR_NOOP("The request has something in it that the provider of the model %2 has no equal for."),
            Remedy::PickModel},
        Cause{"previous_response_not_found", Cause::Always, nullptr,
              QT_TR_NOOP("The program refers to an earlier answer that is not known any more. A new "
                         "conversation helps."),
              Remedy::None},
        Cause{"unknown_url", Cause::Always, "no enabled provider",
              QT_TR_NOOP("The address names a provider that is not there or is switched off."),
              Remedy::PickModel},
        Cause{"unknown_url", Cause::Always, nullptr,
              QT_TR_NOOP("The program asked an address that Gatehouse does not have. Look at its base URL."),
              Remedy::None},
        Cause{
            "method_not_allowed", Cause::Always, nullptr,
            QT_TR_NOOP(
                "The program asked a right address in a wrong way (GET in the place of POST, or the like)."),
            Remedy::None},

        // Who may ask.
        Cause{"invalid_api_key", Cause::Always, nullptr,
              QT_TR_NOOP("The program sent no client key of Gatehouse, or one that is not known."),
              Remedy::EditClient},
        Cause{"host_not_allowed", Cause::Always, nullptr,
              QT_TR_NOOP("The program used a host name for Gatehouse that is not among the allowed ones."),
              Remedy::OpenSettings},
        Cause{"origin_not_allowed", Cause::Always, nullptr,
              QT_TR_NOOP("A web page asked whose origin is not among the allowed ones."),
              Remedy::OpenSettings},

        // What the program sent.
        Cause{"invalid_json", Cause::Always, nullptr,
              QT_TR_NOOP("The program sent a body that is not valid JSON."), Remedy::None},
        Cause{"missing_required_parameter", Cause::Always, nullptr,
              QT_TR_NOOP("The program left out a field that every request of this kind needs."),
              Remedy::None},
        Cause{
            "invalid_type", Cause::Always, nullptr,
            QT_TR_NOOP("The program sent a field of a wrong type, such as a number in the place of a text."),
            Remedy::None},
        Cause{"duplicate_key", Cause::Always, nullptr,
              QT_TR_NOOP("The program sent a field twice, so that it is not clear which one counts."),
              Remedy::None},
        Cause{"unsupported_media_type", Cause::Always, nullptr,
              QT_TR_NOOP("The program sent something else than JSON, or called it so."), Remedy::None},
        Cause{"request_too_large", Cause::Always, nullptr,
              QT_TR_NOOP("The request is larger than Gatehouse is set to take."), Remedy::OpenSettings},
        Cause{"request_timeout", Cause::Always, nullptr,
              QT_TR_NOOP("The program did not send its request to the end in time."), Remedy::None},
        Cause{"uri_too_long|headers_too_large", Cause::Always, nullptr,
              QT_TR_NOOP("The program sent an address or headers longer than a request may have."),
              Remedy::None},
        Cause{"malformed_request|http_version", Cause::Always, nullptr,
              QT_TR_NOOP("What the program sent is not a proper HTTP request."), Remedy::None},
        Cause{"too_many_connections", Cause::Always, nullptr,
              QT_TR_NOOP("More connections were open than Gatehouse is set to take."), Remedy::OpenSettings},
        Cause{"shutting_down", Cause::Always, nullptr,
              QT_TR_NOOP("Gatehouse was stopped while the request was under way."), Remedy::None},
    };
};

//! Whether \a test is true of one of the pieces of \a list.
template<typename Test>
bool anyPiece(QByteArrayView list, Test test)
{
    for (;;) {
        const qsizetype bar = list.indexOf('|');
        if (test(bar < 0 ? list : list.first(bar)))
            return true;
        if (bar < 0)
            return false;
        list = list.sliced(bar + 1);
    }
}

} // namespace

std::span<const Cause> causes()
{
    return Causes::table;
}

bool namesCode(const Cause &cause, QByteArrayView code)
{
    return anyPiece(cause.codes, [code](QByteArrayView name) {
        return name.endsWith('*') ? code.startsWith(name.chopped(1)) : code == name;
    });
}

QString sentenceOf(const Cause &cause)
{
    return Causes::tr(cause.sentence);
}

} // namespace gatehouse
