#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws the program's icon anew in the sizes that desktops and installers ask for, after a change to
# resources/icons/gatehouse.svg. Needs rsvg-convert (librsvg2-bin) and convert (imagemagick).
set -eu
cd "$(dirname "$0")"
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width $size --height $size --output gatehouse-$size.png ../../resources/icons/gatehouse.svg
    mogrify -strip gatehouse-$size.png
done
convert gatehouse-16.png gatehouse-24.png gatehouse-32.png gatehouse-48.png gatehouse-64.png gatehouse-256.png gatehouse.ico
