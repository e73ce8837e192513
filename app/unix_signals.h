// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace gatehouse {

//! Turns SIGTERM, SIGINT and SIGHUP into a Qt signal of the thread it lives in; SIGPIPE is ignored.
//! One at a time in a process.
class UnixSignals final : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void raised(int number);
};

} // namespace gatehouse
