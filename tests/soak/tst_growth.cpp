// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/growth.h"

#include <QTest>

#include <cmath>

namespace gatehouse::soak {
namespace {

constexpr double breath = 60.5;

//! A process that grows by 2 MiB from one time that it gives memory back to the next, fast at first, gives
//! that back at \a phase, and keeps \a leak KiB a second.
QList<Sample> breathing(double seconds, double phase, double leak)
{
    QList<Sample> samples;
    for (double time = 0; time < seconds; time += 0.25) {
        const double since = std::fmod(time - phase + breath, breath) / breath;
        samples.append({48 + time, 65'000 + 2'048 * std::sqrt(since) + leak * time});
    }
    return samples;
}

} // namespace

class TestGrowth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breathIsNoGrowth_data();
    void breathIsNoGrowth();
    void aLeakIsFoundInABreath();
    void aBriefTimeIsComparedToo();
};

void TestGrowth::breathIsNoGrowth_data()
{
    QTest::addColumn<double>("seconds");
    for (const double seconds : {72.0, 270.0, 600.0})
        QTest::addRow("%.0f s", seconds) << seconds;
}

void TestGrowth::breathIsNoGrowth()
{
    QFETCH(const double, seconds);
    for (double phase = 0; phase < breath; phase += 0.5)
        QVERIFY2(std::abs(growthOf(breathing(seconds, phase, 0)).kiB) < 100,
                 QByteArray::number(phase).constData());
}

void TestGrowth::aLeakIsFoundInABreath()
{
    for (double phase = 0; phase < breath; phase += 0.5) {
        const Growth growth = growthOf(breathing(72, phase, 25));
        QVERIFY2(std::abs(growth.kiB - 25 * growth.apart) < 100, QByteArray::number(phase).constData());
    }
}

void TestGrowth::aBriefTimeIsComparedToo()
{
    QList<Sample> samples;
    for (double time = 0; time < 36; time += 0.25)
        samples.append({time, 65'000 + 25 * time});
    const Growth growth = growthOf(samples);
    QVERIFY(growth.apart > 25);
    QVERIFY(std::abs(growth.kiB - 25 * growth.apart) < 25);
}

} // namespace gatehouse::soak

QTEST_GUILESS_MAIN(gatehouse::soak::TestGrowth)
#include "tst_growth.moc"
