// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/unrest.h"

#include "tests/soak/chance.h"

using namespace Qt::StringLiterals;

namespace gatehouse::soak {

Unrest::Unrest(const Program &program, const Hosts &hosts, quint32 seed)
    : m_program(program)
    , m_configurations(hosts)
    , m_random(seed)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { act(); });
    m_program.save(u".env"_s, Configurations::environment(m_random));
    m_program.save(u"config.json"_s, m_configurations.plain());
}

void Unrest::begin()
{
    m_timer.start(0);
}

void Unrest::end()
{
    m_timer.stop();
    m_program.save(u"config.json"_s, m_configurations.plain());
}

void Unrest::act()
{
    const int dice = m_random.bounded(20);
    if (dice < 5) {
        m_program.hangUp();
        ++m_hangUps;
    } else if (dice < 8) {
        m_program.save(u"config.json"_s, Configurations::broken(m_random));
        ++m_broken;
    } else if (dice < 10) {
        m_program.save(u".env"_s, Configurations::environment(m_random));
    } else {
        m_program.save(u"config.json"_s, m_configurations.edited(m_random));
        ++m_edits;
    }
    m_timer.start(m_random.bounded(500, 3'000));
}

} // namespace gatehouse::soak
