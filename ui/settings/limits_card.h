// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/edited_card.h"

class QSpinBox;

namespace gatehouse {

//! Numbers that hardly anyone has to change.
class LimitsCard final : public EditedCard
{
    Q_OBJECT

public:
    explicit LimitsCard(const Context &context, QWidget *parent = nullptr);

private:
    void fill(const Config &config) override;
    void read(Config &config) const override;
    void copyPart(const Config &from, Config &to) const override;

    QSpinBox *m_body; //!< MiB
    QSpinBox *m_connections;
    QSpinBox *m_health;   //!< seconds
    QSpinBox *m_cooldown; //!< seconds
    QSpinBox *m_keep;     //!< days
};

} // namespace gatehouse
