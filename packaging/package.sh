#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes gatehouse_*.deb and gatehoused_*.deb in build/package/. Without a word it builds for it, with Debian's hardening,
# in build/package/tree; with the folder of a build that is there it packs that one: sh packaging/package.sh build/release
# A second word names another folder for the packages.
set -eu
tree=$(cd "${1:-.}" && pwd)
[ $# -lt 2 ] || { mkdir -p "$2" && made=$(cd "$2" && pwd); }
cd "$(dirname "$0")/.."
made=${made:-$PWD/build/package}

if [ $# = 0 ]; then
    sh packaging/deps.sh --dev
    tree=$PWD/build/package/tree
    flags() { DEB_BUILD_MAINT_OPTIONS=hardening=+all dpkg-buildflags --get "$1"; }
    cmake -S . -B "$tree" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_UNITY_BUILD=ON -DBUILD_TESTING=OFF \
        -DCMAKE_CXX_FLAGS="$(flags CPPFLAGS) $(flags CXXFLAGS)" -DCMAKE_EXE_LINKER_FLAGS="$(flags LDFLAGS)"
    cmake --build "$tree" --target gatehouse gatehoused
fi

for program in gatehouse gatehoused; do
    if [ ! -x "$tree/bin/$program" ]; then
        echo "There is no $tree/bin/$program: build it first." >&2
        exit 1
    fi
done
rm -f "$made"/*.deb
umask 022 # what is packed is readable for everyone
cpack -G DEB --config "$tree/CPackConfig.cmake" -B "$made"
rm -rf "$made/_CPack_Packages"
