// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <QDialog>

namespace gatehouse {

class CallableView;

//! Lets a person choose some of the names that can be called.
class CallablePicker final : public QDialog
{
    Q_OBJECT

public:
    explicit CallablePicker(const Config &config, QWidget *parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void picked(const QStringList &names);

private:
    CallableView *m_view;
};

} // namespace gatehouse
