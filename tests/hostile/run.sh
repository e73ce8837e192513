#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Attacks a gatehoused of its own with public tools, and prints what held as a table. By hand; 10 to 20 minutes.
#   GATEHOUSED=build/release/bin/gatehoused sh tests/hostile/run.sh [slow|mutate|inject|paths]…
# As root, the count of descriptors is looked at too. Ends with 1 if anything failed.
set -u
export PYTHONDONTWRITEBYTECODE=1
case ${GATEHOUSED:-/} in
/*) ;;
*) export GATEHOUSED="$PWD/$GATEHOUSED" ;; # as it is seen from here
esac
cd "$(dirname "$0")" || exit 1

missing=''
for tool in python3 slowhttptest zzuf sqlmap ffuf; do
    command -v "$tool" >/dev/null || missing="$missing $tool"
done
if [ -n "$missing" ]; then
    echo "Missing: apt-get install$missing" >&2
    exit 1
fi

status=0
echo '| attack | sent | figures | verdict |'
echo '|---|---|---|---|'
for script in ${*:-slow mutate inject paths}; do
    python3 "$script.py" || status=1
done
exit $status
