#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the libraries that the programs link against the list of those that they may: sh libraries.sh BUILD_FOLDER
set -eu
build=$1
command -v readelf >/dev/null || { echo "SKIP: readelf is not installed"; exit 77; }
work=$(mktemp)
trap 'rm -f "$work"' EXIT
failed=0

# What is not in the README's table of dependencies does not get in by itself.
system='c m stdc++ gcc_s pthread dl rt atomic'
daemon="Qt6Core Qt6Network Qt6HttpServer Qt6Sql sqlite3 qt6keychain curl z simdjson boost_json yaml $system"
window="$daemon Qt6Gui Qt6Widgets Qt6Svg Qt6Charts Qt6DBus xcb"

linked() { readelf -d "$1" | sed -nE 's/.*\(NEEDED\).*\[lib([^]]*)\.so.*/\1/p' | sed -E 's/[-.][0-9.]*$//'; }
check() {
    linked "$build/bin/$1" >"$work"
    grep -q Qt6Core "$work" || { echo "FAIL: $1: nothing found"; failed=1; }
    while read -r library; do
        case " $2 " in
        *" $library "*) ;;
        *) echo "FAIL: $1 links $library"; failed=1 ;;
        esac
    done <"$work"
}
check gatehoused "$daemon"
check gatehouse "$window"

[ $failed = 0 ] && echo "PASS: only what is listed is linked"
exit $failed
