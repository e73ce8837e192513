#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds everything and runs every test on Debian 13, whose Qt is 6.8, in a root of its own, as an ordinary user. Further
# words go to ctest: sh packaging/check-qt68.sh [-R tst_server]. Needs root, debootstrap and the archive; ends with 77
# where one is missing. Root, build and packages stay in build/qt68, or where QT68_FOLDER says: a second run is quick.
set -eu
cd "$(dirname "$0")/.."
. packaging/fresh_root.sh

need_root_and tar
set_apart "$@"
find_archive Debian
release=trixie
folder=${QT68_FOLDER:-$PWD/build/qt68}
mkdir -p "$folder/home" "$folder/archives"
folder=$(cd "$folder" && pwd)
root=$folder/root
jobs=$(nproc)

if [ ! -e "$folder/root.made" ]; then
    say "A root of $release from $mirror"
    make_root "$root" "$release" "$folder/archives" "$folder/log"
    printf '127.0.0.1 localhost\n::1 localhost\n' >"$root/etc/hosts"
    touch "$folder/root.made"
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/" # this system may trust a proxy of its own
mount --bind "$folder/archives" "$root/var/cache/apt/archives"
mount --bind "$folder/home" "$root/home/user"
mount -t proc proc "$root/proc"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"

# A copy: neither build nor tests can touch the tree, and its rights do not matter. A file that is as it was keeps its
# time, for Ninja; any other is new, whenever it was written.
tree=$folder/home/tree
rm -rf "$tree.new"
mkdir -p "$tree" "$tree.new"
tar -c --exclude=./build --exclude=./.git . | tar -xm --no-same-owner -C "$tree.new"
(cd "$tree.new" && find . -type f) | while read -r file; do
    if cmp -s "$tree/$file" "$tree.new/$file"; then touch -r "$tree/$file" "$tree.new/$file"; fi
done
rm -rf "$tree"
mv "$tree.new" "$tree"
inside chown -R user:user /home/user

as_user() {
    env -i PATH=/usr/sbin:/usr/bin:/bin HOME=/home/user USER=user LC_ALL=C.UTF-8 \
        NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt ${http_proxy:+http_proxy="$http_proxy"} \
        ${https_proxy:+https_proxy="$https_proxy"} chroot --userspec=user "$root" \
        sh -c 'cd && exec "$@"' sh "$@"
}

say "What it needs"
inside sh /home/user/tree/packaging/deps.sh --dev
inside dpkg-query -W -f '   ${Package} ${Version}\n' g++ cmake qt6-base-dev qt6-httpserver-dev libboost-json-dev \
    libcurl4-openssl-dev libsimdjson-dev qtkeychain-qt6-dev nodejs

say "Build"
as_user cmake -S tree -B build -G Ninja -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O0 -g0" \
    -DBUILD_TESTING=ON -DGATEHOUSE_WERROR=ON
as_user cmake --build build -j "$jobs" -- -k 0

say "Test"
as_user ctest --test-dir build -j "$jobs" --output-on-failure "$@"
