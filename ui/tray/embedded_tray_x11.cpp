// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/embedded_tray.h"

#include <QByteArray>
#include <QGuiApplication>

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! xcb's answers come from malloc().
template<typename Reply>
std::unique_ptr<Reply, decltype(&std::free)> owned(Reply *reply)
{
    return {reply, &std::free};
}

} // namespace

// QSystemTrayIcon cannot be asked: Qt 6.4 remembers for good that there was no D-Bus tray when it was first
// asked, and one that comes later would never be used.
bool embeddedTrayExists()
{
    if (QGuiApplication::platformName() != "xcb"_L1)
        return false; // Qt's offscreen platform offers a connection too, and has none
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!x11)
        return false;
    xcb_connection_t *connection = x11->connection();
    const QByteArray name = "_NET_SYSTEM_TRAY_S0"; // Qt draws all screens as one
    const auto atom = owned(xcb_intern_atom_reply(
        connection, xcb_intern_atom(connection, false, uint16_t(name.size()), name.constData()), nullptr));
    if (!atom)
        return false;
    const auto owner = owned(
        xcb_get_selection_owner_reply(connection, xcb_get_selection_owner(connection, atom->atom), nullptr));
    return owner && owner->owner != XCB_NONE;
}

} // namespace gatehouse
