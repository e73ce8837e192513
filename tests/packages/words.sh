#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds --help, man pages and completions against each other: what one names, all name: sh words.sh BUILD_FOLDER
set -eu
build=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
linux=$root/packaging/linux
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

for tool in mandoc bash zsh fish; do
    command -v $tool >/dev/null || { echo "SKIP: $tool is not installed"; exit 77; }
done
[ -f /usr/share/bash-completion/bash_completion ] || { echo "SKIP: bash-completion is not installed"; exit 77; }

# Compares two files of words.
same() {
    sort -u "$2" -o "$2"
    sort -u "$3" -o "$3"
    [ -s "$2" ] || { echo "FAIL: $1: nothing found"; failed=1; return; }
    diff -U0 "$2" "$3" >"$work/diff" && return
    echo "FAIL: $1 ('-' is missing there, '+' is only there):"
    grep '^[-+][^-+]\|^[-+]--' "$work/diff" | grep -v '^--- \|^+++ '
    failed=1
}
options() { grep -oE -- '--[a-z][a-z-]+' || true; }
rendered() { mandoc -Tascii -O width=1000 "$1" | col -bx; }

export HOME="$work" XDG_CONFIG_HOME="$work" # neither settings nor history of whoever runs this
bash_says() { bash "$here/complete.bash" "$linux/completions/${1%% *}.bash" "$1"; }
zsh_says() { timeout 20 zsh -f "$here/complete.zsh" "$linux/completions" "$1"; }
fish_says() { fish --no-config -c "source $linux/completions/${1%% *}.fish; complete -C '$1'" | cut -f1; }

# Every command, with the words that must be there to be offered its own options.
lines() {
    echo "$1 --"
    if [ "$1" = gatehoused ]; then
        for command in $(cat "$work/commands"); do echo "gatehoused $command --"; done
    fi
}

"$build/bin/gatehoused" --help | sed -nE 's/^(Usage:)? *gatehoused \[options\] +([a-z]+)( .*|$)/\2/p' |
    grep -v '^serve$' >"$work/commands"

for program in gatehouse gatehoused; do
    "$build/bin/$program" --help | options >"$work/help"
    rendered "$linux/man/$program.1" | grep -v systemctl | options >"$work/man"
    same "options of $program(1)" "$work/help" "$work/man"
    for shell in bash zsh fish; do
        lines $program | while read -r line; do ${shell}_says "$line"; done | options >"$work/offered"
        same "options that $shell offers for $program" "$work/help" "$work/offered"
    done
done

sed -nE 's/^ *\{u"([a-z-]+)"_s, u".*/\1/p' "$root/connect/app.cpp" >"$work/apps"
rendered "$linux/man/gatehoused.1" | sed -nE 's/^ *gatehoused \[option \.\.\.\] ([a-z]+).*/\1/p' >"$work/man"
same "commands of gatehoused(1)" "$work/commands" "$work/man"
for shell in bash zsh fish; do
    ${shell}_says 'gatehoused --port 0 ' >"$work/offered"
    same "commands that $shell offers" "$work/commands" "$work/offered"
    ${shell}_says 'gatehoused connect ' >"$work/offered"
    same "applications that $shell offers" "$work/apps" "$work/offered"
    ${shell}_says 'gatehoused key ' >"$work/offered"
    printf '%s\n' set list remove >"$work/verbs"
    same "what $shell offers for key" "$work/verbs" "$work/offered"
    ${shell}_says 'gatehoused usage --by ' >"$work/offered"
    printf '%s\n' model provider client day hour >"$work/verbs"
    same "what $shell offers for --by" "$work/verbs" "$work/offered"
done

# Fields: as the readers ask for them, and marked up as such.
grep -ohE '(read|readObject|readObjects|find|findArray|has|require|readOptional)\((reader, )?"[a-zA-Z]+"_L1|Single [a-z]+\{"[a-zA-Z]+"_L1' \
    "$root"/gateway/config/*_json.cpp | sed -E 's/.*"([a-zA-Z]+)"_L1/\1/' >"$work/read"
grep -E '^\.(Ic|It Ic) ' "$linux/man/gatehouse-config.5" | sed -E 's/^\.(It )?Ic //' | tr ',: ' '\n\n\n' |
    grep -E '^[a-zA-Z]+$' >"$work/man"
same "fields of gatehouse-config(5)" "$work/read" "$work/man"

[ $failed = 0 ] && echo "PASS: help, man pages and completions agree"
exit $failed
