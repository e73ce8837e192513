#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program in a desktop session of its own: X server, window manager, D-Bus, and a home folder that is
# removed afterwards.
#   session.sh [--tray] [--keyring unlocked|locked] PROGRAM [ARGUMENT…]
set -eu

if [ -z "${GATEHOUSE_TEST_SESSION:-}" ]; then
    home=$(mktemp -d)
    trap 'rm -rf "$home"' EXIT
    mkdir -m 700 "$home/run"
    # Nothing of the real session may be seen.
    env -u WAYLAND_DISPLAY -u DISPLAY -u XDG_CURRENT_DESKTOP -u QT_QPA_PLATFORM -u DBUS_SESSION_BUS_ADDRESS \
        GATEHOUSE_TEST_SESSION=1 HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_CONFIG_HOME="$home/.config" \
        XDG_DATA_HOME="$home/.local/share" XDG_CACHE_HOME="$home/.cache" LANG=C.UTF-8 \
        dbus-run-session -- sh "$0" "$@"
    exit
fi

tray=''
keyring=''
while :; do
    case $1 in
    --tray) tray=1 && shift ;;
    --keyring) keyring=$2 && shift 2 ;;
    *) break ;;
    esac
done

children=''
trap 'kill $children 2>/dev/null || true; wait' EXIT

mkfifo "$HOME/display"
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$HOME/display" >/dev/null 2>&1 &
children=$!
read -r number <"$HOME/display"
export DISPLAY=":$number"
openbox >/dev/null 2>&1 &
children="$children $!"
if [ -n "$tray" ]; then
    trayer --edge bottom --SetDockType true >/dev/null 2>&1 &
    children="$children $!"
fi
case $keyring in
unlocked) printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 ;;
locked)
    # One that exists, and is not open.
    printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    # Returns when it has taken the other one's place.
    gnome-keyring-daemon --replace --daemonize --components=secrets >/dev/null 2>&1
    ;;
esac
status=0
"$@" || status=$?
exit $status
