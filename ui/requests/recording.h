// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requests/recorded_bodies.h"

#include <QObject>
#include <QTimer>

class QPushButton;
class QWidget;

namespace gatehouse {

class Gateway;
class RecordingStrip;

//! Has bodies recorded when a person asks for it, keeps them, and shows that it does.
class Recording final : public QObject
{
    Q_OBJECT

public:
    //! \a page is what questions are asked over; it takes button() and strip() into its layout.
    Recording(Gateway &gateway, QWidget &page);

    QPushButton *button() const { return m_button; }
    RecordingStrip *strip() const { return m_strip; }

    const RecordedBodies &bodies() const { return m_bodies; }
    void forget(const QByteArray &requestId);

Q_SIGNALS:
    //! Other bodies are kept. At most four times a second, but for what a person does.
    void changed();

private:
    void askToRecord();
    void onChanged();

    Gateway &m_gateway;
    QWidget &m_page;
    RecordedBodies m_bodies;
    QPushButton *m_button;
    RecordingStrip *m_strip;
    QTimer m_batch;
};

} // namespace gatehouse
