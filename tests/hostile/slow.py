# SPDX-License-Identifier: GPL-3.0-or-later
"""slowhttptest: connections that send their header or body, or read their answer, as slowly as they can.

While they do, /health must answer within 200 ms; afterwards all descriptors must be back. Nothing else may keep the
machine busy meanwhile.
"""

import re
import subprocess
import sys
import time

from rig import Gateway, HealthWatch, need, row

SECONDS = 40  # longer than any patience at the door (header 10 s, body 15 s, reading 30 s)
CONNECTIONS = 500
PATIENCE = 35  # until what is left has run out
SPARE = 2  # descriptors that come and go by themselves: kept connections to the providers

ATTACKS = {
    "slow headers": ["-H", "-i", "5", "-t", "GET", "-u", "{url}/v1/models"],
    "slow body": ["-B", "-i", "5", "-s", "8192", "-t", "POST", "-f", "application/json", "-u",
                  "{url}/v1/chat/completions"],
    "slow read": ["-X", "-w", "1", "-y", "1", "-n", "5", "-z", "16", "-k", "2", "-u", "{url}/v1/models"],
}


def attack(name, options):
    gateway = Gateway(more_models=300)  # an answer that does not fit into a socket
    gateway.ask()
    time.sleep(1)  # it has opened what it always has open
    before = gateway.descriptors()
    watch = HealthWatch(gateway)
    watch.start()
    command = ["slowhttptest", "-c", str(CONNECTIONS), "-r", "50", "-l", str(SECONDS), "-p", "3"]
    command += [option.format(url=gateway.url) for option in options]
    said = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False).stdout
    said = re.sub(r"\x1b\[[0-9;]*m", "", said)
    most = max((int(n) for n in re.findall(r"connected:\s+(\d+)", said)), default=0)
    watch.stop()
    faults = gateway.faults
    if most < CONNECTIONS // 4:
        faults.append(f"only {most} connections were made: this proves nothing")
    if "service available:   NO" in said:
        faults.append("slowhttptest says that the service was not available")
    if watch.missed:
        faults.append(f"/health did not answer {watch.missed} times")
    if watch.ms(1) >= 200:
        faults.append(f"/health took {watch.ms(1):.0f} ms (the machine kept the program waiting for "
                      f"{gateway.kept_waiting():.1f} s in all)")
    deadline = time.monotonic() + PATIENCE
    while before and gateway.descriptors() > before + SPARE and time.monotonic() < deadline:
        time.sleep(0.5)
    after = gateway.descriptors()
    if before and after > before + SPARE:
        faults.append(f"{after} descriptors, {before} before")
    peak = gateway.peak_mib()
    gateway.end()
    figures = (f"/health p50 {watch.ms(0.5):.1f}, p99 {watch.ms(0.99):.1f}, most {watch.ms(1):.1f} ms; "
               f"descriptors {before} before, {after} after; peak {peak:.0f} MiB")
    return row(f"slowhttptest, {name}", f"{CONNECTIONS} connections ({most} at once), {SECONDS} s", figures, faults)


if __name__ == "__main__":
    need("slowhttptest")
    chosen = sys.argv[1:] or ATTACKS
    sys.exit(max(attack(name, ATTACKS[name]) for name in chosen))
