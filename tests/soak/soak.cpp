// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/soak.h"

#include "gateway/dialect/reply_memory.h"
#include "tests/soak/pass_time.h"
#include "tests/soak/window_driver.h"

#include <QDateTime>
#include <QElapsedTimer>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::soak {
namespace {

constexpr auto sampleEvery = 250ms;
constexpr auto forgetEvery = 5s;

} // namespace

Soak::Soak(const Order &order)
    : m_order(order)
    , m_random(order.seed)
    , m_hosts(m_random.generate())
    , m_program(order.program)
    , m_unrest(m_program, m_hosts, m_random.generate())
{
}

bool Soak::run()
{
    if (!begin())
        return false;
#ifndef GATEHOUSE_SANITIZED // where memory is not judged
    fillMemory();
#endif
    // All that is made once, on first use, is there before descriptors are counted. In this first part more
    // come than later, and in a hurry: the heap, which keeps what it once took, then has room for all that
    // follows.
    const auto first = std::min<std::chrono::milliseconds>(m_order.time / 5, 60s);
    const Crowd usual = {m_order.visitors, m_order.pause};
    work({2 * m_order.visitors, m_order.pause / 8}, first, first);
    calmDown();
    m_findings.before = lookAtRest();
    m_findings.seconds = 0;
    const std::chrono::milliseconds rest = m_order.time - first;
    work(usual, rest, std::min<std::chrono::milliseconds>(rest / 4, 5min));
    m_findings.calm = calmDown();
    m_findings.after = lookAtRest();
    m_findings.memory = growthOf(m_samples);
    m_findings.metrics = readMetrics(ask("/metrics"));
    if (m_order.window) {
        m_findings.dialogStayed = window::dialogIsOpen();
        if (!m_order.picture.isEmpty())
            window::takePicture(m_order.picture);
    }
    m_findings.exitCode = m_program.stop();
    m_findings.stored = readDatabase(m_program.dataDir() + u"/usage.sqlite"_s, m_startedMs);
    return true;
}

bool Soak::begin()
{
    QString problem;
    if (m_order.window)
        problem = window::makeUpYear(m_program.dataDir(), m_order.requestsPerDay);
    m_startedMs = QDateTime::currentMSecsSinceEpoch();
    if (problem.isEmpty() && !m_program.start())
        problem = u"the program does not listen: "_s + QString::fromUtf8(log().examples().join('\n'));
    if (problem.isEmpty() && m_order.window)
        problem = window::openChartAndDialog();
    if (!problem.isEmpty())
        std::fprintf(stderr, "soak: %s\n", qPrintable(problem));
    return problem.isEmpty();
}

void Soak::withVisitors(const Crowd &crowd, const std::function<void(Visitor &)> &deed,
                        const std::function<void()> &meanwhile)
{
    std::atomic<int> running = crowd.visitors;
    std::vector<std::unique_ptr<Visitor>> visitors;
    std::vector<std::thread> threads;
    for (int i = 0; i < crowd.visitors; ++i) {
        visitors.push_back(std::make_unique<Visitor>(m_program.port(), crowd.pause, m_random.generate()));
        threads.emplace_back([&deed, &running, visitor = visitors.back().get()] {
            deed(*visitor);
            --running;
        });
    }
    if (meanwhile)
        meanwhile();
    // Not by join(): the log has to be read until then, or the program would stand.
    waitUntil([&] { return running == 0; }, 5min);
    for (std::thread &thread : threads)
        thread.join();
    for (const auto &visitor : visitors)
        m_findings.seen += visitor->tally();
    m_hosts.forget();
}

void Soak::fillMemory()
{
    const qint64 share = ReplyMemory::defaultMaxBytes * 11 / 10 / m_order.visitors;
    withVisitors({m_order.visitors}, [share](Visitor &visitor) { visitor.fillMemory(share); });
}

void Soak::work(const Crowd &crowd, std::chrono::milliseconds time, std::chrono::milliseconds warm)
{
    std::atomic<bool> over = false;
    Pulse pulse(m_program.port());
    std::thread heart([&] { pulse.feel(over); });
    QElapsedTimer clock;
    clock.start();
    const auto elapsed = [&] { return std::chrono::milliseconds(clock.elapsed()); };
    QTimer samples;
    QObject::connect(&samples, &QTimer::timeout, &samples, [&] {
        if (elapsed() > warm)
            m_samples.append({double(clock.elapsed()) / 1e3, double(residentKiB(m_program.pid()))});
    });
    samples.start(sampleEvery);
    QTimer forget;
    QObject::connect(&forget, &QTimer::timeout, &forget, [this] { m_hosts.forget(); });
    forget.start(forgetEvery);
    m_unrest.begin();
    withVisitors(
        crowd, [&over](Visitor &visitor) { visitor.visit(over); },
        [&] {
            waitUntil([&] { return elapsed() > time || !m_program.runs(); }, time + 1min);
            m_unrest.end();
            samples.stop();
            over = true;
        });
    heart.join();
    m_findings.seconds = double(clock.elapsed()) / 1e3;
    m_findings.beats = pulse.beats();
    m_findings.missedBeats = pulse.missed();
    m_findings.medianMs = pulse.percentile(50);
    m_findings.p99Ms = pulse.percentile(99);
    m_findings.longestMs = pulse.percentile(100);
}

//! Whether in the end nothing is in flight, no client is connected, and the good configuration is in force.
bool Soak::calmDown()
{
    return waitUntil(
        [this] {
            passTime(200ms);
            return readMetrics(ask("/metrics")).inFlight == 0 && look().clients == 0 &&
                   ask("/health").contains(R"("config":{"status":"ok")");
        },
        2min);
}

Descriptors Soak::look() const
{
    QSet<quint16> ports;
    for (const Hosts::Host &host : m_hosts.all())
        ports.insert(host.port);
    return descriptorsOf(m_program.pid(), m_program.port(), ports);
}

//! A look at a provider's health, every few seconds, has a connection of its own for a moment.
Descriptors Soak::lookAtRest() const
{
    Descriptors least = look();
    for (int i = 0; i < 30; ++i) {
        passTime(100ms);
        const Descriptors now = look();
        if (now.others < least.others)
            least = now;
    }
    return least;
}

QByteArray Soak::ask(const QByteArray &target) const
{
    return exchange(m_program.port(), httpRequest("GET", target)).body;
}

} // namespace gatehouse::soak
