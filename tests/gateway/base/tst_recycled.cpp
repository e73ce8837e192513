// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/recycled.h"

#include <QTest>

#include <memory>
#include <set>
#include <thread>
#include <vector>

using namespace gatehouse;

namespace {

struct Plain
{
    virtual ~Plain() = default;
};

struct Big : Plain, Recycled<Big>
{
    std::array<char, 2'000> room = {};
};

struct Bigger final : Big
{
    std::array<char, 2'000> more = {};
};

} // namespace

class TestRecycled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memoryIsTakenAgain()
    {
        std::unique_ptr<Plain> object = std::make_unique<Big>();
        const void *place = object.get();
        object.reset();
        const auto other = std::make_unique<std::array<char, sizeof(Big)>>(); // would be given the place
        object = std::make_unique<Big>();
        QCOMPARE(object.get(), place);
        QCOMPARE(dynamic_cast<Big &>(*object).room, decltype(Big::room){});
    }

    void manyAreTheirOwn()
    {
        for (int round = 0; round < 2; ++round) {
            std::vector<std::unique_ptr<Plain>> all;
            std::set<const void *> places;
            for (int i = 0; i < 100; ++i) {
                all.push_back(std::make_unique<Big>());
                all.push_back(std::make_unique<Bigger>()); // not of the size that is kept
                places.insert(all[all.size() - 2].get());
                places.insert(all.back().get());
            }
            QCOMPARE(places.size(), all.size());
        }
    }

    void anotherThreadMayDestroy()
    {
        std::unique_ptr<Plain> object = std::make_unique<Big>();
        const void *place = object.get();
        const void *next = nullptr;
        std::thread([&] {
            object.reset();
            next = std::make_unique<Big>().get();
        }).join();
        QCOMPARE(next, place); // it belongs to the thread that destroyed it
    }
};

QTEST_GUILESS_MAIN(TestRecycled)
#include "tst_recycled.moc"
