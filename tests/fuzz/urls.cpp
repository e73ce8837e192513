// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses in a configuration, and those that a client names: what is taken means the same host to Qt, which
// judges it, and to libcurl, which goes there.
#include "fuzz_input.h"
#include "gateway/config/base_url.h"
#include "gateway/config/config_check.h"
#include "gateway/config/key_reference.h"
#include "gateway/http/door.h"
#include "gateway/upstream/proxy.h"
#include "promise.h"

#include <QHostAddress>
#include <QUrl>

#include <curl/curl.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! \a url as libcurl takes it apart.
class CurlUrl final
{
public:
    explicit CurlUrl(const QByteArray &url)
        : m_isOne(curl_url_set(m_url, CURLUPART_URL, url.constData(), CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK)
    {
    }
    ~CurlUrl() { curl_url_cleanup(m_url); }
    Q_DISABLE_COPY_MOVE(CurlUrl)

    bool isOne() const { return m_isOne; }

    QString part(CURLUPart part) const
    {
        char *text = nullptr;
        const CURLUcode code = curl_url_get(m_url, part, &text, CURLU_DEFAULT_PORT);
        const QString found = code == CURLUE_OK ? QString::fromUtf8(text) : QString();
        curl_free(text);
        return found;
    }

private:
    CURLU *m_url = curl_url();
    bool m_isOne;
};

constexpr const char *nearby[] = {"127.0.0.0/8",
                                  "10.0.0.0/8",
                                  "172.16.0.0/12",
                                  "192.168.0.0/16",
                                  "169.254.0.0/16",
                                  "0.0.0.0/32",
                                  "::/128",
                                  "::1/128",
                                  "fc00::/7",
                                  "fe80::/10",
                                  "::ffff:127.0.0.0/104",
                                  "::ffff:10.0.0.0/104",
                                  "::ffff:172.16.0.0/108",
                                  "::ffff:192.168.0.0/112",
                                  "::ffff:169.254.0.0/112",
                                  "::ffff:0.0.0.0/128"};

bool isNear(const QString &host)
{
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0)
        return true;
    QString bare = host;
    bare.remove(u'[').remove(u']');
    const QHostAddress address(bare);
    const auto isIn = [&](const char *subnet) {
        return address.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(subnet)));
    };
    return std::any_of(std::begin(nearby), std::end(nearby), isIn);
}

bool isSameHost(QString host, const QString &other)
{
    host.remove(u'[').remove(u']');
    // libcurl spells addresses of IPv6 its own way.
    return host.compare(other, Qt::CaseInsensitive) == 0 ||
           (host.contains(u':') && QHostAddress(host) == QHostAddress(other));
}

void requireOneHost(const QString &url)
{
    const CurlUrl curl(url.toUtf8());
    require(curl.isOne(), "What is taken for a URL is one to libcurl.");
    const QUrl qt(url);
    QString host = curl.part(CURLUPART_HOST);
    require(!host.isEmpty(), "There is a host.");
    require(isSameHost(host, qt.host(QUrl::FullyEncoded)), "Both see the same host.");
    const int usual = qt.scheme() == "http"_L1 ? 80 : 443;
    require(curl.part(CURLUPART_SCHEME) == qt.scheme(), "Both see the same scheme.");
    require(curl.part(CURLUPART_PORT).toInt() == qt.port(usual), "Both see the same port.");
    require(curl.part(CURLUPART_USER).isEmpty() && curl.part(CURLUPART_PASSWORD).isEmpty(),
            "There are no credentials.");
    require(qt.scheme() == "https"_L1 || isNear(host), "Nothing crosses a network in the clear.");
    const QString port = qt.port(usual) == usual ? QString() : u':' + QString::number(qt.port());
    require(host.contains(u'[') || hostAndPort(url) == QString(host.toLower() + port),
            "Keys are kept for that very host.");
    require(isSameOrigin(url, url), "A URL is of its own origin.");
}

void requireProxy(const QString &setting)
{
    Config config;
    Provider provider;
    provider.id = u"p"_s;
    provider.baseUrl = u"https://api.test/v1"_s;
    provider.proxy = setting;
    config.providers = {provider};
    const QList<Problem> problems = check(config);
    const bool refused = std::any_of(problems.cbegin(), problems.cend(), [](const Problem &problem) {
        return problem.path.endsWith("/proxy"_L1);
    });
    const bool isAscii = std::all_of(setting.cbegin(), setting.cend(), [](QChar c) { return c < u'\x80'; });
    if (refused || !isAscii || proxyChoice(setting, "https://api.test/v1") != ProxyChoice::Named)
        return;
    const Proxy proxy = namedProxy(setting);
    const CurlUrl curl(proxy.url);
    if (!curl.isOne()) // libcurl goes nowhere then
        return;
    require(isSameHost(curl.part(CURLUPART_HOST), QUrl(setting).host(QUrl::FullyEncoded)),
            "Both see the same proxy.");
    require(curl.part(CURLUPART_USER).isEmpty() && curl.part(CURLUPART_PASSWORD).isEmpty(),
            "A proxy has no credentials.");
    require(!proxy.name.isEmpty(), "A proxy has a name.");
}

void requireReference(const QString &text)
{
    const KeyReference reference = readKeyReference(text);
    switch (reference.kind) {
    case KeyReference::Variable:
        require(isVariableName(reference.name) && text == QString(u"${"_s + reference.name + u'}'),
                "A variable is named plainly.");
        break;
    case KeyReference::Keychain:
        require(text == QString(u"keychain:"_s + reference.name), "An entry is named plainly.");
        require(!reference.host.isEmpty() && reference.host == reference.host.toLower(), "It is for a host.");
        break;
    case KeyReference::Invalid:
        require(reference.name.isEmpty() && reference.host.isEmpty(),
                "What is no reference is not repeated.");
    }
}

//! The door with its usual rules: only names of this machine, and pages from it.
void requireDoor(QByteArrayView text)
{
    const auto begins = [&](std::initializer_list<QByteArrayView> names) {
        return std::any_of(names.begin(), names.end(), [&](QByteArrayView name) {
            const QByteArray lower = text.toByteArray().toLower();
            return lower == name || lower.startsWith(QByteArray(name.toByteArray() + ':'));
        });
    };
    const Door door;
    Framing framing;
    framing.host = text;
    require(door.refusal(framing) || begins({"127.0.0.1", "localhost", "[::1]"}),
            "Only this machine is a host.");
    framing.host = "localhost";
    framing.origin = text.isNull() ? QByteArrayView("") : text;
    require(door.refusal(framing) || begins({"http://localhost", "http://127.0.0.1"}),
            "Only this machine's pages are let in.");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const auto body = input.body();
    const QByteArrayView text(body.get(), input.size());
    const QString url = QString::fromUtf8(text);
    if (baseUrlProblem(url).isEmpty()) {
        requireOneHost(url);
        require(webhookUrlProblem(url).isEmpty(), "What can be a provider can be told of alerts.");
    } else if (webhookUrlProblem(url).isEmpty()) {
        requireOneHost(url);
    }
    requireProxy(url);
    requireReference(url);
    requireDoor(text);
    return 0;
}
