#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the soak under ThreadSanitizer. Needs Debian's sources and what packaging/deps.sh --dev installs; ends with 77
# where the sources cannot be had.
#
# The sanitizer sees a mutex only where the code that locks it was compiled with it, and every queued call goes through
# those of QtCore: with the system's, each would be reported. So a QtCore of the same version is built, with it, in
# build/tsan-qt; the other libraries stay as they are.
set -eu
cd "$(dirname "$0")/.."
. packaging/fresh_root.sh

folder=$PWD/build/tsan-qt
jobs=${JOBS:-$(nproc)}

fetch() {
    find_archive Debian
    package=$(dpkg-query -W -f '${source:Package}=${source:Version}' qt6-base-dev)
    mkdir -p "$folder/lists/partial"
    echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $release main" >"$folder/archive.list"
    set -- -qq -o "Dir::Etc::sourcelist=$folder/archive.list" -o Dir::Etc::sourceparts=/dev/null \
        -o "Dir::State::lists=$folder/lists" -o APT::Sandbox::User=root
    apt-get "$@" update || skip "$mirror cannot be reached"
    (cd "$folder" && apt-get "$@" source "$package") >"$folder/source.log" 2>&1 || skip "no source of $package"
    mv "$folder"/qt6-base-*/ "$folder/source" # a folder of this name is whole
}

# As if for another system: the tools that Qt is built with are those that are installed.
build_core() {
    cmake -S "$folder/source" -B "$folder/build" -G Ninja -DCMAKE_SYSTEM_NAME=Linux -DQT_HOST_PATH=/usr \
        -DQT_HOST_PATH_CMAKE_DIR="$(dirname "$(dpkg -L qt6-base-dev | grep 'cmake/Qt6HostInfo$')")" \
        -DCMAKE_BUILD_TYPE=Debug '-DCMAKE_CXX_FLAGS_DEBUG=-O1 -g1' '-DCMAKE_C_FLAGS_DEBUG=-O1 -g1' \
        -DCMAKE_CXX_FLAGS=-fsanitize=thread -DCMAKE_C_FLAGS=-fsanitize=thread -DFEATURE_mimetype_database=OFF \
        -DFEATURE_gui=OFF -DFEATURE_sql=OFF -DFEATURE_testlib=OFF -DFEATURE_xml=OFF -DFEATURE_concurrent=OFF \
        -DFEATURE_dbus=OFF -DFEATURE_network=OFF -DFEATURE_glib=OFF -DFEATURE_zstd=ON \
        -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF >"$folder/build.log" 2>&1 ||
        { tail -20 "$folder/build.log"; fail "QtCore cannot be configured"; }
    ninja -C "$folder/build" -j "$jobs" Core >>"$folder/build.log" 2>&1 ||
        { tail -20 "$folder/build.log"; fail "QtCore cannot be built"; }
}

say "QtCore"
[ -d "$folder/source" ] || fetch
build_core
say "Gatehouse"
cmake --preset tsan -DBUILD_TESTING=ON -DGATEHOUSE_TSAN_QT="$folder/build/lib" >/dev/null
cmake --build --preset tsan -j "$jobs" --target gatehoused soak
say "Soak"
ctest --preset tsan -R '^soak$' --output-on-failure "$@"
