#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs both components into a folder of its own and lets each file's own checker read it: sh install.sh BUILD_FOLDER
set -eu
build=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
id=io.github.gatehouse.Gatehouse
failed=0

for tool in desktop-file-validate appstreamcli mandoc lexgrog bash zsh fish systemd-analyze; do
    command -v $tool >/dev/null || { echo "SKIP: $tool is not installed"; exit 77; }
done
check() {
    what=$1
    shift
    if ! "$@" >"$work/said" 2>&1; then
        echo "FAIL: $what"
        cat "$work/said"
        failed=1
    fi
}
quiet() { said=$("$@" 2>&1) && [ -z "$said" ] || { echo "$said"; return 1; }; }

for component in gatehouse gatehoused; do
    cmake --install "$build" --prefix "$work/$component" --component $component >/dev/null
done

# What is there, and nothing else. Only some systems want the documents of a Debian package.
files() { (cd "$work/$1" && find . -type f ! -path './share/doc/*' ! -path './share/lintian/*' | sort); }
files gatehouse >"$work/there"
{
    echo ./bin/gatehouse
    echo ./share/applications/$id.desktop
    echo ./share/metainfo/$id.metainfo.xml
    echo ./share/icons/hicolor/scalable/apps/$id.svg
    for size in 16 24 32 48 64 128 256 512; do echo ./share/icons/hicolor/${size}x$size/apps/$id.png; done
    echo ./share/man/man1/gatehouse.1.gz
    echo ./share/bash-completion/completions/gatehouse
    echo ./share/zsh/vendor-completions/_gatehouse
    echo ./share/fish/vendor_completions.d/gatehouse.fish
} | sort >"$work/wanted"
check "the files of gatehouse" diff "$work/wanted" "$work/there"
files gatehoused >"$work/there"
{
    echo ./bin/gatehoused
    echo ./lib/systemd/user/gatehoused.service
    echo ./share/man/man1/gatehoused.1.gz
    echo ./share/man/man5/gatehouse-config.5.gz
    echo ./share/bash-completion/completions/gatehoused
    echo ./share/zsh/vendor-completions/_gatehoused
    echo ./share/fish/vendor_completions.d/gatehoused.fish
} | sort >"$work/wanted"
check "the files of gatehoused" diff "$work/wanted" "$work/there"
cmake --install "$build" --prefix "$work/all" >/dev/null
check "a component that is neither" [ "$(cd "$work/all" && find . -type f | wc -l)" = \
    "$(cd "$work" && find gatehouse gatehoused -type f | wc -l)" ]

# Desktop
share=$work/gatehouse/share
check "desktop entry" quiet desktop-file-validate --warn-kde "$share/applications/$id.desktop"
# Gatehouse has no page of its own that the metadata could name; an old AppStream does not ask for one.
metadata=$share/metainfo/$id.metainfo.xml
homepage=--override=url-homepage-missing=info
if appstreamcli validate --no-net $homepage "$metadata" 2>&1 | grep -q 'not recognized'; then homepage=; fi
check "AppStream metadata" appstreamcli validate --no-net $homepage "$metadata"
check "AppStream's icon and desktop entry" appstreamcli validate-tree --no-net $homepage "$work/gatehouse"
check "the icon that the desktop entry names" [ -f "$share/icons/hicolor/scalable/apps/$(
    sed -n 's/^Icon=//p' "$share/applications/$id.desktop").svg" ]
for size in 16 24 32 48 64 128 256 512; do
    png=$share/icons/hicolor/${size}x$size/apps/$id.png
    # Width and height stand at byte 16 of a PNG, as 32 bits each.
    check "$png is $size pixels" [ "$(od -An -tu1 -j16 -N8 "$png" | tr -s ' ')" = \
        " 0 0 $((size / 256)) $((size % 256)) 0 0 $((size / 256)) $((size % 256))" ]
done
for name in "$root/app/tray_main.cpp" "$root/app/autostart_linux.cpp"; do
    check "$name names the desktop entry or its icon" grep -q "$id" "$name"
done

# Man pages
for page in "$work"/gatehouse*/share/man/man*/*.gz; do
    plain=$work/$(basename "$page" .gz) # its ending has to be that of the page's section
    gzip -dc "$page" >"$plain"
    check "$page" quiet mandoc -Tlint -Wwarning "$plain"
    check "$page in groff" quiet groff -mandoc -ww -z -Tutf8 -K utf8 "$plain"
    check "$page for apropos" lexgrog "$plain"
done

# Completions
for program in gatehouse gatehoused; do
    share=$work/$program/share
    check "bash completion" bash -n "$share/bash-completion/completions/$program"
    check "zsh completion" zsh -n "$share/zsh/vendor-completions/_$program"
    check "fish completion" fish -n "$share/fish/vendor_completions.d/$program.fish"
done

# The unit starts what was installed, and gives away little.
unit=$work/gatehoused/lib/systemd/user/gatehoused.service
check "the unit starts the installed program" grep -qx "ExecStart=$work/gatehoused/bin/gatehoused" "$unit"
mkdir -m 700 "$work/runtime"
check "user unit" quiet env XDG_RUNTIME_DIR="$work/runtime" systemd-analyze verify --user --man=no "$unit"
check "what the unit may do" env XDG_RUNTIME_DIR="$work/runtime" systemd-analyze security --user --offline=yes --threshold=25 "$unit"

# One version everywhere
version=$("$work/gatehoused/bin/gatehoused" --version | grep -oE '[0-9]+\.[0-9]+\.[0-9]+')
check "the version in the AppStream metadata is $version" grep -q "<release version=\"$version\"" \
    "$root/packaging/linux/$id.metainfo.xml"
check "the version in Debian's changelog is $version" \
    sh -c 'head -1 "$1" | grep -qF "gatehouse ($2-1)"' sh "$root/packaging/linux/debian/changelog" "$version"

[ $failed = 0 ] && echo "PASS: what is installed is well-formed"
exit $failed
