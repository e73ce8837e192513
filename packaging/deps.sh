#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what Gatehouse needs to be built and run; --dev adds what its tests and checks need.
# On Debian and Ubuntu through apt, only what is missing; elsewhere it says what to install.
set -eu

build="g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-base-dev-tools libxcb1-dev qt6-svg-dev qt6-httpserver-dev qt6-websockets-dev libqt6opengl6-dev
    qt6-charts-dev qt6-tools-dev qt6-l10n-tools qt6-translations-l10n libqt6sql6-sqlite qtkeychain-qt6-dev
    libcurl4-openssl-dev libsimdjson-dev libsqlite3-dev libyaml-dev zlib1g-dev"
dev="clang lld clang-format clang-tidy clazy cppcheck libclang-rt-dev nodejs openssl curl git procps dbus-daemon
    tinyproxy-bin microsocks valgrind libzstd-dev
    xvfb openbox trayer xdotool gnome-keyring prometheus sqlite3
    dpkg-dev file lintian debootstrap desktop-file-utils appstream systemd mandoc man-db groff-base bsdextrautils
    bash-completion zsh fish python3 python3-yaml"

case "${1:-}" in
'') wanted=$build ;;
--dev) wanted="$build $dev" ;;
*)
    echo "usage: sh packaging/deps.sh [--dev]" >&2
    exit 2
    ;;
esac

if ! command -v apt-get >/dev/null 2>&1; then
    cat >&2 <<TEXT
This system has no apt. Please install, by its own means:
  a C++20 compiler, CMake 3.24 or newer, Ninja, Qt 6.4 or newer (Core, Network, HttpServer, Widgets, Svg, Sql, Charts,
  LinguistTools, DBus on Linux, Test),
  QtKeychain 0.13 or newer for Qt 6, libcurl 7.87 or newer, simdjson, SQLite 3, libyaml, zlib, Boost 1.80 or newer (JSON, Beast);
  for the tests also Node.js 18 or newer with npm, OpenSSL's command and clang-format.
TEXT
    exit 1
fi

installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }
# A name that others only mention can be shown, too, but not be installed.
known() { [ -n "$(apt-cache madison "$1" 2>/dev/null)" ]; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# Boost's default version is too old on Debian 12, whose 1.81 stands beside it; newer systems have one that is new enough.
boost() {
    for version in 1.81 ''; do
        if installed "libboost-json${version}-dev" || known "libboost-json${version}-dev"; then
            echo "libboost${version}-dev libboost-json${version}-dev"
            return
        fi
    done
    echo "libboost-dev libboost-json-dev"
}

# Sanitizer runtimes are named after the compiler that is there.
resolve() {
    for package in $wanted; do
        case $package in
        libclang-rt-dev)
            version=$(apt-cache depends clang 2>/dev/null | sed -n 's/.*Depends: clang-\([0-9]*\)$/\1/p' | head -1)
            echo "libclang-rt-${version:-14}-dev"
            ;;
        qt6-svg-dev) # Debian 12 calls it so, newer systems otherwise
            if installed libqt6svg6-dev || ! { installed qt6-svg-dev || known qt6-svg-dev; }; then
                echo libqt6svg6-dev
            else
                echo qt6-svg-dev
            fi
            ;;
        libqt6opengl6-dev) # newer systems have it in qt6-base-dev
            dpkg-query -W -f '${Provides}' qt6-base-dev 2>/dev/null | grep -qw "$package" || echo "$package"
            ;;
        nodejs)
            # Node.js that came from elsewhere brings its own npm.
            command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || echo "nodejs npm"
            ;;
        *) echo "$package" ;;
        esac
    done
    boost
}

missing() { for package in $(resolve); do installed "$package" || echo "$package"; done; }

[ -n "$(missing)" ] || exit 0
# An index that was never fetched knows no package; one that is old may name files that are gone.
as_root apt-get update -qq
todo=$(missing)
[ -n "$todo" ] || exit 0
echo "Installing:" $todo
# shellcheck disable=SC2086 # one word per package
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $todo >/dev/null
