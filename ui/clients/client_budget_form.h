// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/client.h"

#include <QGroupBox>

namespace gatehouse {

class UsdField;

//! Fields for what a client may spend.
class ClientBudgetForm final : public QGroupBox
{
    Q_OBJECT

public:
    explicit ClientBudgetForm(const Budget &budget, QWidget *parent = nullptr);

    Budget budget() const;
    //! What the field for \a name (as in the file) is called; empty if there is none.
    static QString fieldName(const QString &name);
    void focusField(const QString &name);

private:
    UsdField *m_daily;
    UsdField *m_monthly;
};

} // namespace gatehouse
