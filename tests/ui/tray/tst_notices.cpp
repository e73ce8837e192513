// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "tests/ui/tray/tray_bench.h"
#include "ui/tray/notices.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(gatehouse::Alert)
Q_DECLARE_METATYPE(gatehouse::ProviderState)
Q_DECLARE_METATYPE(gatehouse::UsageRecord)

namespace {

QStringList causesOf(const QList<Notice> &notices)
{
    QStringList causes;
    for (const Notice &notice : notices)
        causes.append(notice.cause);
    return causes;
}

Config twoProviders()
{
    Config config;
    config.providers = {someProvider(u"one"_s, u"First"_s), someProvider(u"two"_s, u"Second"_s)};
    return config;
}

UsageRecord recordOf(int status, const QList<AttemptRecord> &attempts, const QByteArray &code = {})
{
    UsageRecord record;
    record.status = status;
    record.errorCode = code;
    record.attempts = attempts;
    return record;
}

AttemptRecord attempt(const QString &provider, int status)
{
    return {provider, "m", status, status == 200 ? QByteArray() : "upstream_" + QByteArray::number(status)};
}

} // namespace

class TestNotices final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void status_data();
    void status();
    void records_data();
    void records();
    void namesProvidersPlainly();
    void alerts_data();
    void alerts();
    void namesSubjectsPlainly();
    void configAndPort();
    void gateLetsOneAMinuteThrough();
    void backIsToldOnlyAfterDown();
    void downIsToldAgainWhenItStays();
    void keyRefusedSaysAsMuchAsDown();
};

void TestNotices::status_data()
{
    QTest::addColumn<ProviderState>("state");
    QTest::addColumn<bool>("usable");
    QTest::addColumn<QStringList>("causes");
    const QStringList down{u"down:openai"_s};
    QTest::newRow("unknown") << ProviderState::Unknown << true << QStringList();
    QTest::newRow("ok") << ProviderState::Ok << true << QStringList{u"back:openai"_s};
    QTest::newRow("asks for a pause") << ProviderState::Cooling << true << QStringList();
    QTest::newRow("cooling") << ProviderState::Cooling << false << down;
    QTest::newRow("down") << ProviderState::Down << false << down;
    QTest::newRow("no key") << ProviderState::NoKey << false << QStringList();
    QTest::newRow("switched off") << ProviderState::Disabled << false << QStringList();
}

void TestNotices::status()
{
    QFETCH(ProviderState, state);
    QFETCH(bool, usable);
    QFETCH(QStringList, causes);
    QCOMPARE(causesOf(statusNotices(listeningWith(state, usable, u"why"_s))), causes);
}

void TestNotices::records_data()
{
    QTest::addColumn<UsageRecord>("record");
    QTest::addColumn<QStringList>("causes");
    const AttemptRecord good = attempt(u"one"_s, 200);
    const AttemptRecord bad = attempt(u"one"_s, 503);
    const AttemptRecord other = attempt(u"two"_s, 200);
    const QStringList none;
    QTest::newRow("well") << recordOf(200, {good}) << none;
    QTest::newRow("never sent") << recordOf(404, {}) << none;
    QTest::newRow("again on the same") << recordOf(200, {bad, good}) << none;
    QTest::newRow("failover") << recordOf(200, {bad, other}) << QStringList{u"failover:one"_s};
    QTest::newRow("all failed") << recordOf(502, {bad, attempt(u"two"_s, 502)}, "upstream_502") << none;
    QTest::newRow("client left") << recordOf(499, {bad, other}, "client_closed") << none;
    UsageRecord broken = recordOf(200, {bad, other});
    broken.partial = true;
    QTest::newRow("broke off") << broken << none;
    QTest::newRow("key refused") << recordOf(401, {attempt(u"one"_s, 401)}, "upstream_401")
                                 << QStringList{u"key:one"_s};
    QTest::newRow("key refused, then another")
        << recordOf(200, {attempt(u"one"_s, 403), other}) << QStringList{u"key:one"_s, u"failover:one"_s};
    QTest::newRow("refused by policy") << recordOf(403, {attempt(u"one"_s, 403)}, "upstream_403") << none;
}

void TestNotices::records()
{
    QFETCH(UsageRecord, record);
    QFETCH(QStringList, causes);
    QCOMPARE(causesOf(recordNotices(record, twoProviders())), causes);
}

void TestNotices::namesProvidersPlainly()
{
    Config config = twoProviders();
    config.providers[0].name = u"<b>Fir&st</b>"_s + QString(300, u'x');
    config.providers[1].name.clear();
    const QList<Notice> notices =
        recordNotices(recordOf(200, {attempt(u"one"_s, 500), attempt(u"two"_s, 200)}), config);
    QCOMPARE(notices.size(), 1);
    QVERIFY(notices[0].text.contains(u"‹b›Fir＆st"_s));
    QVERIFY(notices[0].text.contains(u"two"_s));
    QVERIFY(notices[0].text.size() < 200);

    const GatewayStatus down =
        listeningWith(ProviderState::Down, false, u"<img src=x>\n"_s + QString(5000, u'y'));
    const Notice notice = statusNotices(down).constFirst();
    QVERIFY(notice.title.contains(u"OpenAI"_s));
    QVERIFY(notice.text.startsWith(u"‹img src=x› y"_s));
    QVERIFY(notice.text.size() <= 160);
}

void TestNotices::alerts_data()
{
    QTest::addColumn<Alert>("alert");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("title");
    const QString message = u"60 % of its answers failed."_s;
    const QString none;
    QTest::newRow("down is told from the status")
        << Alert{Alert::ProviderDown, u"one"_s, message} << none << none;
    QTest::newRow("up is told from the status")
        << Alert{Alert::ProviderUp, u"one"_s, message} << none << none;
    QTest::newRow("a key is told from the record")
        << Alert{Alert::KeyRefused, u"one"_s, message} << none << none;
    QTest::newRow("errors") << Alert{Alert::ErrorRate, u"one"_s, message} << u"errors:one"_s
                            << u"First makes many errors"_s;
    QTest::newRow("nearly") << Alert{Alert::BudgetNearlyUsed, u"Cursor"_s, message} << u"nearly:Cursor"_s
                            << u"The budget of Cursor is nearly used up"_s;
    QTest::newRow("nearly, of all") << Alert{Alert::BudgetNearlyUsed, {}, message} << u"nearly:"_s
                                    << u"The budget is nearly used up"_s;
    QTest::newRow("used") << Alert{Alert::BudgetUsed, u"Cursor"_s, message} << u"budget:Cursor"_s
                          << u"The budget of Cursor is used up"_s;
    QTest::newRow("used, of all") << Alert{Alert::BudgetUsed, {}, message} << u"budget:"_s
                                  << u"The budget is used up"_s;
}

void TestNotices::alerts()
{
    QFETCH(Alert, alert);
    QFETCH(QString, cause);
    QFETCH(QString, title);
    const std::optional<Notice> notice = alertNotice(alert, twoProviders());
    QCOMPARE(notice.has_value(), !cause.isEmpty());
    if (!notice)
        return;
    QCOMPARE(notice->cause, cause);
    QCOMPARE(notice->title, title);
    QCOMPARE(notice->text, alert.message);
}

void TestNotices::namesSubjectsPlainly()
{
    const auto notice = alertNotice(
        {Alert::BudgetUsed, u"<b>a&b</b>"_s + QString(200, u'x'), u"<i>"_s + QString(900, u'y')}, {});
    QVERIFY(notice->title.contains(u"‹b›a＆b‹/b›x"_s));
    QVERIFY(notice->title.size() < 80);
    QVERIFY(notice->text.startsWith(u"‹i›y"_s));
    QVERIFY(notice->text.size() <= 160);
}

void TestNotices::configAndPort()
{
    QVERIFY(configNotice(u"/providers/0 <is> wrong"_s).text.contains(u"/providers/0 ‹is› wrong"_s));
    QVERIFY(portNotice(1337, u"jan (process 812)"_s).text.contains(u"jan (process 812)"_s));
    QVERIFY(portNotice(1337, {}).title.contains(u"1337"_s));
    QVERIFY(!portNotice(1337, {}).text.isEmpty());
}

void TestNotices::gateLetsOneAMinuteThrough()
{
    NoticeGate gate;
    const NoticeGate::TimePoint start{};
    const Notice one{u"failover:one"_s, u"t"_s, u"x"_s};
    const Notice two{u"failover:two"_s, u"t"_s, u"x"_s};
    QVERIFY(gate.admits(one, start));
    QVERIFY(!gate.admits(one, start + 59s));
    QVERIFY(gate.admits(two, start + 1s));
    QVERIFY(gate.admits(one, start + 60s));
    QVERIFY(!gate.admits(one, start + 61s));
}

void TestNotices::backIsToldOnlyAfterDown()
{
    NoticeGate gate;
    const NoticeGate::TimePoint start{};
    const Notice down = statusNotices(listeningWith(ProviderState::Down, false)).constFirst();
    const Notice back = statusNotices(listeningWith(ProviderState::Ok, true)).constFirst();
    QVERIFY(!gate.admits(back, start));
    QVERIFY(gate.admits(down, start + 1s));
    QVERIFY(gate.admits(back, start + 2s));
    QVERIFY(!gate.admits(back, start + 100s));
}

void TestNotices::downIsToldAgainWhenItStays()
{
    NoticeGate gate;
    const NoticeGate::TimePoint start{};
    const Notice down = statusNotices(listeningWith(ProviderState::Down, false)).constFirst();
    const Notice back = statusNotices(listeningWith(ProviderState::Ok, true)).constFirst();
    QVERIFY(gate.admits(down, start));
    QVERIFY(!gate.admits(down, start + 120s)); // known
    QVERIFY(gate.admits(back, start + 121s));
    QVERIFY(gate.admits(down, start + 122s));
    QVERIFY(!gate.admits(back, start + 123s)); // too soon
    QVERIFY(!gate.admits(down, start + 124s));
    QVERIFY(gate.admits(back, start + 190s));
}

void TestNotices::keyRefusedSaysAsMuchAsDown()
{
    const Notice key =
        recordNotices(recordOf(401, {attempt(u"openai"_s, 401)}, "upstream_401"), Config()).constFirst();
    const Notice down = statusNotices(listeningWith(ProviderState::Cooling, false)).constFirst();
    const Notice back = statusNotices(listeningWith(ProviderState::Ok, true)).constFirst();
    const NoticeGate::TimePoint start{};
    NoticeGate keyFirst;
    QVERIFY(keyFirst.admits(key, start));
    QVERIFY(!keyFirst.admits(down, start + 1s));
    QVERIFY(keyFirst.admits(back, start + 90s));
    NoticeGate downFirst;
    QVERIFY(downFirst.admits(down, start));
    QVERIFY(!downFirst.admits(key, start + 1s));
}

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
