#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs both Debian packages into a fresh root of this very release, starts them there, and removes them again:
# sh packaging/check-deb.sh [BUILD_FOLDER]. Needs root, debootstrap and the archive; ends with 77 where one is missing.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${1:-$root/build/release}" && pwd)
cd "$root"

. packaging/fresh_root.sh

need_root_and lintian dpkg-shlibdeps Xvfb xdotool
set_apart "$build"
find_archive 'Debian|Ubuntu'

work=build/package/check
cache=$PWD/build/package/archives
root=$PWD/$work/root
mkdir -p "$work"

say "Packages of $build"
sh packaging/package.sh "$build" "$work" >"$work/log" 2>&1 || { cat "$work/log"; fail "the packages cannot be made"; }
deb() { ls "$PWD/$work/$1"_*.deb; }
lintian --allow-root --fail-on error,warning "$(deb gatehouse)" "$(deb gatehoused)" || fail "lintian finds something"

say "A fresh root of $release from $mirror"
make_root "$root" "$release" "$cache" "$work/log"
mount --bind "$cache" "$root/var/cache/apt/archives"
mount -t proc proc "$root/proc"

# In the background alone, where it becomes the program: what is killed then is that.
as_user() { exec env -i PATH=/usr/sbin:/usr/bin:/bin HOME=/home/user LC_ALL=C.UTF-8 "$@"; }
install_deb() {
    cp "$(deb "$1")" "$root/tmp/$1.deb"
    inside apt-get install -y --no-install-recommends -o APT::Sandbox::User=root "/tmp/$1.deb" >"$work/log" 2>&1 ||
        { tail -30 "$work/log"; fail "$1 cannot be installed"; }
}
until_true() { # tries for 20 seconds
    for _ in $(seq 100); do
        "$@" >/dev/null 2>&1 && return
        sleep 0.2
    done
    return 1
}
ask() { # whether the gateway at $1 answers, health and a request
    curl -fsS --max-time 5 "$1/health" | grep -q '"status":"ok"' || fail "$1/health"
    curl -fsS --max-time 5 "$1/v1/chat/completions" -H 'Content-Type: application/json' \
        -d '{"model":"demo/echo","messages":[{"role":"user","content":"knock knock"}]}' | grep -q 'knock knock' ||
        fail "demo/echo at $1"
}

say "gatehoused alone"
inside dpkg-query -W -f '${Package}\n' | sort >"$work/before"
install_deb gatehoused
inside dpkg-query -W -f '${Package}\n' | sort >"$work/after"
comm -13 "$work/before" "$work/after" >"$work/came"
graphical='qt6(gui|widgets|opengl|svg|charts|qml|quick)|libx11|libxcb|libxkb|wayland|libgl(1|x|v|\.|-)|libegl|libdrm|mesa|gtk|fontconfig'
! grep -E "$graphical" "$work/came" || fail "gatehoused brings GUI libraries"
! chroot "$root" ldd /usr/bin/gatehoused | grep -iE "not found|$graphical" || fail "what gatehoused links"
echo "   $(wc -l <"$work/came") packages, none of them graphical"

as_user chroot --userspec=user "$root" gatehoused --demo --port 0 >"$work/ready" 2>"$work/log" &
daemon=$!
until_true grep -q listening "$work/ready" || { cat "$work/log"; fail "gatehoused does not start"; }
ask "$(sed -E 's/.*"url":"([^"]*)".*/\1/' "$work/ready")"
kill -TERM $daemon
wait $daemon || fail "gatehoused ends with $?"
[ "$(stat -c %a "$root/home/user/.local/share/gatehouse/usage.sqlite")" = 600 ] || fail "rights of usage.sqlite"

say "gatehouse beside it"
install_deb gatehouse
rm -f "$work/display"
mkfifo "$work/display"
# It takes a number that is free, and is reached through its abstract socket.
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
xserver=$!
read -r display <"$work/display" || fail "Xvfb does not start"
port=$(( 20000 + $$ % 20000 ))
as_user DISPLAY=":$display" chroot --userspec=user "$root" gatehouse --demo --port $port 2>"$work/log" &
tray=$!
until_true curl -fsS "http://127.0.0.1:$port/health" || { cat "$work/log"; fail "gatehouse does not start"; }
ask "http://127.0.0.1:$port"
until_true env DISPLAY=":$display" xdotool search --onlyvisible --name Gatehouse || { cat "$work/log"; fail "no window"; }
kill -TERM $tray
wait $tray || fail "gatehouse ends with $?"
kill $xserver
wait $xserver || true

say "What was registered"
desktop-file-validate "$root"/usr/share/applications/*Gatehouse.desktop || fail "desktop entry"
appstreamcli validate-tree --no-net "$root" >"$work/log" 2>&1 || { cat "$work/log"; fail "AppStream metadata"; }
for file in $(chroot "$root" dpkg -L gatehouse gatehoused | grep -E '/man/|/icons/.*\.(png|svg)$|/systemd/'); do
    [ -e "$root$file" ] || fail "$file is missing" # minimal roots leave out documents on purpose
done
chroot "$root" sh -c 'cd / && md5sum --quiet -c /var/lib/dpkg/info/gatehouse.md5sums /var/lib/dpkg/info/gatehoused.md5sums' ||
    fail "md5sums"

say "Removing both"
chroot "$root" dpkg -L gatehouse gatehoused | sort -u >"$work/ours"
inside apt-get purge -y gatehouse gatehoused >"$work/log" 2>&1 || { cat "$work/log"; fail "purge"; }
while read -r file; do
    [ -d "$root$file" ] || [ ! -e "$root$file" ] || fail "$file is left behind"
done <"$work/ours"
! find "$root" -xdev -not -path "$root/home/*" -not -path "$root/tmp/*" -not -path "$root/proc/*" -iname '*gatehouse*' |
    grep . || fail "something is left behind"
[ -f "$root/home/user/.local/share/gatehouse/usage.sqlite" ] || fail "a user's own files are gone"

umount "$root/proc" "$root/var/cache/apt/archives"
rm -rf "$root"
echo "PASS: both packages install, start and go"
