// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/thin_progress.h"

using namespace std::chrono_literals;

namespace gatehouse {
namespace {

constexpr auto patience = 150ms; //!< a shorter wait is not worth a flicker
constexpr int thickness = 3;     //!< pixels

} // namespace

ThinProgress::ThinProgress(const QString &name, QWidget *parent)
    : QProgressBar(parent)
{
    setAccessibleName(name);
    setRange(0, 0);
    setTextVisible(false);
    setFixedHeight(thickness);
    QSizePolicy keepsRoom = sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    setSizePolicy(keepsRoom);
    hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
}

void ThinProgress::setWaiting(bool on)
{
    if (!on) {
        m_patience.stop();
        hide();
    } else if (!isVisible()) {
        m_patience.start();
    }
}

} // namespace gatehouse
