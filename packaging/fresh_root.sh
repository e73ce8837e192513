# SPDX-License-Identifier: GPL-3.0-or-later
# Read by the checks that try the program on a system of its own: a root made with debootstrap, and words for what a
# check says. A check ends with 77 where root, a tool or the archive is missing.
# shellcheck shell=sh

skip() { echo "SKIP: $*"; exit 77; }
fail() { echo "FAIL: $*" >&2; exit 1; }
say() { printf '== %s\n' "$*"; }

# Whether a root can be made here, and these tools are there.
need_root_and() {
    [ "$(id -u)" = 0 ] || skip "a fresh root can only be made as root"
    for tool in debootstrap curl unshare "$@"; do
        command -v "$tool" >/dev/null || skip "$tool is not installed"
    done
}

# Starts the check anew in namespaces of its own: its mounts and processes end with it, however it ends.
set_apart() {
    [ "${GATEHOUSE_CHECK:-}" = inside ] && return
    unshare --mount --pid --fork true 2>/dev/null || skip "this system lets nobody make a namespace"
    GATEHOUSE_CHECK=inside exec unshare --mount --pid --fork --kill-child --mount-proc sh "$0" "$@"
}

# Sets mirror, release and proxy to what apt uses here: find_archive 'Debian|Ubuntu'
find_archive() {
    found=$(apt-get indextargets --format '$(SITE) $(CODENAME) $(ORIGIN) $(COMPONENT)' 'Created-By: Packages' |
        grep -E " ($1) main\$" | head -1) # the release itself stands before its updates
    mirror=${found%% *}
    release=$(echo "$found" | cut -d' ' -f2)
    if [ -z "$mirror" ] && grep -qx ID=debian /etc/os-release; then # an index that was never fetched names nothing
        mirror=http://deb.debian.org/debian
        release=$(. /etc/os-release && echo "$VERSION_CODENAME")
    fi
    [ -n "$mirror" ] || skip "apt knows no archive of $(echo "$1" | sed 's/|/ or /') here"
    proxy=$(apt-config dump --format '%v' Acquire::http::Proxy)
    [ -z "$proxy" ] || export http_proxy="$proxy"
}

# Makes a root of a release, with a user named user in it: make_root FOLDER RELEASE CACHE_OF_PACKAGES LOG
make_root() {
    curl -fsSo /dev/null --max-time 20 "$mirror/dists/$2/InRelease" || skip "$2 cannot be reached at $mirror"
    rm -rf "$1"
    mkdir -p "$3/partial"
    debootstrap --variant=minbase --cache-dir="$3" --include=ca-certificates "$2" "$1" "$mirror" \
        >"$4" 2>&1 || { tail -20 "$4"; fail "debootstrap"; }
    [ -z "$proxy" ] || echo "Acquire::http::Proxy \"$proxy\";" >"$1/etc/apt/apt.conf.d/proxy"
    printf '#!/bin/sh\nexit 101\n' >"$1/usr/sbin/policy-rc.d" # no service is started in here
    chmod +x "$1/usr/sbin/policy-rc.d"
    chroot "$1" useradd --create-home user
}

# Runs a command as root in the root.
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 chroot "$root" "$@"; }
