#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Reads the sources with three tools and fails on any finding: sh packaging/lint.sh [tidy|clazy|cppcheck]…
# Without words all three run; JOBS=n lets each use so many processors.
#
# clang-tidy and clazy get the sources in batches of about thirty that are compiled as one. Of the 13 s that clang-tidy
# takes for one file, 10 go into checking Qt's headers, which precompiled headers do not spare; a batch takes 17 s.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
build=$root/build/lint
batches=$build/batches
jobs=${JOBS:-$(getconf _NPROCESSORS_ONLN)}
ours='/(app|connect|gateway|ui)/'

# One of the two tools over one unit; clazy's checks stand here, clang-tidy's in .clang-tidy.
tool() { # TOOL UNIT
    case $1 in
    tidy) clang-tidy --quiet -p "$batches" "$2" ;;
    clazy) clazy-standalone -p "$batches" -checks=level1 -header-filter="$ours" "$2" ;;
    esac
}

# A batch that does not compile is halved until it does: a file's own name may hide one that a later header needs.
batch() { # TOOL LIST
    unit=${2%.list}
    status=0
    tool "$1" "$unit.cpp" >"$unit.$1" 2>&1 || status=$?
    size=$(wc -l <"$2")
    if grep -q ' error: ' "$unit.$1" && [ "$size" -gt 1 ]; then
        rm "$unit.$1"
        head -n $((size / 2)) "$2" >"${unit}a.list"
        tail -n +$((size / 2 + 1)) "$2" >"${unit}b.list"
        for half in "${unit}a" "${unit}b"; do
            sed "s|.*|#include \"$root/&\"|" "$half.list" >"$half.cpp"
            (batch "$1" "$half.list")
        done
    elif [ $status != 0 ] && ! grep -q ' error: ' "$unit.$1"; then
        echo "$unit.cpp:1:1: error: $1 ends with $status" >>"$unit.$1"
    fi
}

# The sources this system compiles and the options of all of them together, taken from CMake.
prepare() {
    mkdir -p "$build"
    CXX=clang++ cmake -S . -B "$build" -G Ninja -DBUILD_TESTING=OFF >"$build.log" 2>&1 || { cat "$build.log"; exit 1; }
    rm -rf "$batches"
    mkdir -p "$batches"
    sed -n 's/^ *"command": "\(.*\)",\{0,1\}$/\1/p' "$build/compile_commands.json" |
        sed 's/-isystem /-isystem/g; s/\\\\\\"/"/g' | tr ' ' '\n' |
        grep -E '^-(D|I|isystem|std=|fPIC)' | grep -v _autogen | awk '!seen[$0]++' >"$batches/compile_flags.txt"
    {
        git ls-files 'app/*.h' 'connect/*.h' 'gateway/*.h' 'ui/*.h'
        sed -nE "s|^ *\"file\": \"$root/((app\|connect\|gateway\|ui)/.*)\".*|\1|p" "$build/compile_commands.json" |
            LC_ALL=C sort -u
    } | xargs awk -v root="$root" -v out="$batches" -f packaging/lint-batches.awk
}

# Each finding once, though every batch may see a header.
findings() { # TOOL
    cat "$batches"/*."$1" | sed "s|$root/||g" | awk '
        /^[^ ]+:[0-9]+:[0-9]+: (warning|error|fatal error): / { shown = !seen[$0]++ }
        /^[0-9]+ warnings? generated|^Suppressed / { next }
        shown'
}

in_batches() { # TOOL
    [ -s "$batches/compile_flags.txt" ] || prepare
    find "$batches" -name '[0-9][0-9].list' | sort | xargs -P "$jobs" -n 1 sh "$0" --batch "$1"
    findings "$1" >"$build/$1.txt"
}

with_cppcheck() {
    mkdir -p "$build"
    cppcheck -j "$jobs" --quiet --std=c++20 --language=c++ --library=qt -I . '-DQ_DISABLE_COPY_MOVE(T)=' \
        --enable=warning,performance,portability --inline-suppr --suppressions-list=packaging/cppcheck-suppressions.txt \
        --template='{file}:{line}:{column}: warning: {message} [{id}]' --template-location='{file}:{line}:{column}: note: {info}' \
        app connect gateway ui tests 2>"$build/cppcheck.txt"
}

if [ "${1:-}" = --batch ]; then
    batch "$2" "$3"
    exit
fi

failed=0
rm -rf "$batches"
for word in ${*:-tidy clazy cppcheck}; do
    case $word in
    tidy | clazy) in_batches "$word" ;;
    cppcheck) with_cppcheck ;;
    *)
        echo "usage: sh packaging/lint.sh [tidy|clazy|cppcheck]..." >&2
        exit 2
        ;;
    esac
    cat "$build/$word.txt"
    count=$(grep -cE '^[^ ]+:[0-9]+:[0-9]+: (warning|error|fatal error): ' "$build/$word.txt" || :)
    echo "$word: $count findings"
    [ "$count" = 0 ] || failed=1
done
exit $failed
