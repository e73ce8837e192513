// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/usage/usage_query.h"

#include <QWidget>

namespace gatehouse {

class FlowLayout;

//! What the page is filtered by: a button for each name, which takes it away.
class FilterChips final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(QWidget *parent = nullptr);

    void setFilter(const UsageFilter &filter, const Config &config);

Q_SIGNALS:
    void removed(gatehouse::UsageKey by);

private:
    FlowLayout *m_layout;
};

} // namespace gatehouse
