// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

class QPushButton;

namespace gatehouse {

class Banner;

//! What a person should know whichever page is open: a configuration file with errors, keys that stand in it,
//! a desktop without a tray, bodies that are being recorded.
class WindowNotes final : public QWidget
{
    Q_OBJECT

public:
    explicit WindowNotes(const Context &context, QWidget *parent = nullptr);

    void setTrayAvailable(bool available);

Q_SIGNALS:
    void versionsRequested();

private:
    void update();
    void sayConfigProblem(const QString &problem);
    void sayLiteralKeys(int keys);
    void moveKeys();
    void sayRecording(qint64 untilMs);

    Context m_context;
    Banner *m_config;
    Banner *m_keys;
    Banner *m_tray;
    Banner *m_recording;
    QPushButton *m_move;
    QString m_saidProblem;
    int m_saidKeys = 0;
};

} // namespace gatehouse
