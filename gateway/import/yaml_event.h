// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <yaml.h>

namespace gatehouse {

//! One event of libyaml, freed with it.
class YamlEvent final
{
public:
    YamlEvent() = default;
    ~YamlEvent() { yaml_event_delete(&m_event); }
    Q_DISABLE_COPY_MOVE(YamlEvent)

    yaml_event_t *operator->() { return &m_event; }
    yaml_event_t *get() { return &m_event; }

private:
    yaml_event_t m_event = {};
};

} // namespace gatehouse
