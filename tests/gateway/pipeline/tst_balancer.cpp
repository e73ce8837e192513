// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/balancer.h"
#include "tests/gateway/pipeline/sample.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint start = TimePoint(1h);

Config config()
{
    Config config;
    config.providers = {sample::provider(u"a"_s, {}), sample::provider(u"b"_s, {}),
                        sample::provider(u"c"_s, {})};
    return config;
}

Choice choice(Policy policy, QList<int> weights)
{
    Choice choice{{}, policy, "route"};
    for (int i = 0; i < weights.size(); ++i)
        choice.candidates.append({i, "m", weights[i]});
    return choice;
}

//! Who is asked first, of \a count requests in a row.
QByteArray firsts(Balancer &balancer, const Choice &choice, int count)
{
    QByteArray names;
    for (int i = 0; i < count; ++i) {
        Choice ordered = choice;
        balancer.order(ordered, config());
        names.append(char('a' + ordered.candidates.first().provider));
    }
    return names;
}

} // namespace

//! The policies of routes.
class TestBalancer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsPriority()
    {
        Balancer balancer;
        QCOMPARE(firsts(balancer, choice(Policy::Priority, {1, 9, 9}), 4), "aaaa");
    }

    void sharesByWeightSmoothly()
    {
        Balancer balancer;
        QCOMPARE(firsts(balancer, choice(Policy::Weighted, {5, 1, 1}), 14), "aabacaaaabacaa");
    }

    void givesWeightZeroNoShare()
    {
        Balancer balancer;
        const Choice two = choice(Policy::Weighted, {0, 1, 0});
        QCOMPARE(firsts(balancer, two, 5), "bbbbb");
        Choice ordered = two;
        balancer.order(ordered, config());
        QCOMPARE(ordered.candidates.size(), 3); // but it is there when all others fail
    }

    void prefersTheFastest()
    {
        Balancer balancer;
        balancer.answered(u"a"_s, "m", 300, start);
        balancer.answered(u"b"_s, "m", 100, start + 1s);
        QCOMPARE(firsts(balancer, choice(Policy::Fastest, {1, 1, 1}), 1), "c"); // never measured
        balancer.answered(u"c"_s, "m", 200, start + 2s);
        QCOMPARE(firsts(balancer, choice(Policy::Fastest, {1, 1, 1}), 3), "bbb");
    }

    void doesNotCondemnForEver()
    {
        Balancer balancer;
        balancer.answered(u"a"_s, "m", 5000, start); // a slow start
        balancer.answered(u"b"_s, "m", 100, start + 1s);
        balancer.answered(u"c"_s, "m", 200, start + 1s);
        const Choice all = choice(Policy::Fastest, {1, 1, 1});
        int asked = 0;
        for (int i = 0; i < 400; ++i) {
            Choice ordered = all;
            balancer.order(ordered, config());
            const int provider = ordered.candidates.first().provider;
            const QString id = config().providers[provider].id;
            asked += provider == 0;
            balancer.answered(id, "m", provider == 0 ? 10 : 100, start + std::chrono::seconds(2 + i));
        }
        QVERIFY2(asked > 200, qPrintable(QString::number(asked))); // it has become the fastest
    }
};

QTEST_GUILESS_MAIN(TestBalancer)
#include "tst_balancer.moc"
