// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

class QPushButton;

namespace gatehouse {

class Banner;

//! What a person should know whichever page is open: a configuration file with errors or a port that is
//! taken, keys that stand in it, a desktop without a tray, bodies that are being recorded, applications that
//! have to be set up anew.
class WindowNotes final : public QWidget
{
    Q_OBJECT

public:
    explicit WindowNotes(const Context &context, QWidget *parent = nullptr);

    void setTrayAvailable(bool available);
    //! Whether applications that have to be set up anew are told of.
    void setAppsNoteWanted(bool wanted);
    //! Whether it is told that bodies are being recorded.
    void setRecordingNoteWanted(bool wanted);
    //! Looks again which those are.
    void lookAtApps();

Q_SIGNALS:
    void versionsRequested();
    //! Applications that were set up ask another address: they are to be updated.
    void updateAppsRequested();

private:
    void update();
    void openConfig();
    QString configText() const;
    void sayConfigProblem(const QString &problem);
    void sayMoveFailure(const QString &failure);
    void usePort(quint16 port);
    void sayLiteralKeys(int keys);
    void moveKeys();
    void sayRecording(qint64 untilMs);
    void sayStale();
    void showIfAny();

    Context m_context;
    Banner *m_config;
    Banner *m_listener;
    Banner *m_keys;
    Banner *m_tray;
    Banner *m_recording;
    Banner *m_stale;
    QPushButton *m_move;
    QString m_saidProblem;
    QString m_saidMove;
    QString m_seenUrl;
    QList<QByteArray> m_seenKeys; //!< of clients, hashed
    bool m_appsNoteWanted = true;
    bool m_recordingNoteWanted = true;
    bool m_recordsNow = false;
    int m_saidKeys = 0;
};

} // namespace gatehouse
