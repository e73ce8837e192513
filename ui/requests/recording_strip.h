// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace gatehouse {

class PlainLabel;

//! Says in red that bodies are being recorded, and for how long yet; else how many are kept. Hidden when
//! there is nothing to say.
class RecordingStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit RecordingStrip(QWidget *parent = nullptr);

    //! Until when is recorded, UTC milliseconds; 0: it is not.
    void setUntil(qint64 untilMs);
    void setKept(int count, qint64 bytes);

Q_SIGNALS:
    void stopRequested();
    void forgetAllRequested();

private:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void update();
    QString keptText() const;

    qint64 m_until = 0;
    int m_count = 0;
    qint64 m_bytes = 0;
    PlainLabel *m_text;
    QPushButton *m_stop;
    QPushButton *m_forget;
    QTimer m_second;
};

} // namespace gatehouse
