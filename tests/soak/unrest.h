// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/configurations.h"
#include "tests/soak/program.h"

#include <QTimer>

namespace gatehouse::soak {

//! Someone who cannot leave the configuration alone: saves it again and again, now and then a broken one, and
//! sends SIGHUP.
class Unrest final
{
public:
    Unrest(const Program &program, const Hosts &hosts, quint32 seed);

    //! Begins with the plain configuration.
    void begin();
    //! Puts the plain configuration back.
    void end();

    int edits() const { return m_edits; }
    int broken() const { return m_broken; }
    int hangUps() const { return m_hangUps; }

private:
    void act();

    const Program &m_program;
    Configurations m_configurations;
    QRandomGenerator m_random;
    QTimer m_timer;
    int m_edits = 0;
    int m_broken = 0;
    int m_hangUps = 0;
};

} // namespace gatehouse::soak
