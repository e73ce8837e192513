// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copy_button.h"

#include "ui/theme/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {

CopyButton::CopyButton(const QString &name, std::function<QString()> text, QWidget *parent)
    : QToolButton(parent)
{
    setIcon(tintedIcon(u"copy"_s));
    setToolTip(name);
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    auto *done = new QTimer(this);
    done->setSingleShot(true);
    done->setInterval(1500ms);
    connect(done, &QTimer::timeout, this, [this] { setIcon(tintedIcon(u"copy"_s)); });
    connect(this, &QToolButton::clicked, this, [this, done, text = std::move(text)] {
        QGuiApplication::clipboard()->setText(text());
        setIcon(tintedIcon(u"check"_s));
        done->start();
    });
}

} // namespace gatehouse
