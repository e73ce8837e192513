# SPDX-License-Identifier: GPL-3.0-or-later
"""zzuf: well-formed requests of all dialects with more and more of their bits turned over.

Each is answered as the contract says or not at all; the program lives, its log and its records stay whole.
"""

import collections
import concurrent.futures
import json
import socket
import subprocess
import sys

from rig import Gateway, need, row
from seeds import seeds

RATIOS = (0.0001, 0.0005, 0.002, 0.01, 0.05)
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 60  # of each request at each ratio
ANSWERED_5XX = {502: ("upstream_unreachable", "upstream_tls", "upstream_protocol"), 503: ("provider_key_missing",
                "no_healthy_provider", "too_many_connections"), 504: ("upstream_timeout",), 505: ("http_version",)}
HEADLESS = (b"405", b"404", b"403", b"400")  # a request that turned into HEAD gets no body


def mutated(request, number, ratio):
    """Every second one in its body alone: a spoilt header keeps most requests at the door."""
    body = request.index(b"\r\n\r\n") + 4
    command = ["zzuf", "-s", str(number), "-r", str(ratio)]
    if number % 2:
        command += ["-b", f"{body}-"]
    return subprocess.run(command, input=request, capture_output=True, check=True).stdout


def read_all(connection, patience):
    connection.settimeout(patience)
    answer = b""
    try:
        while piece := connection.recv(65536):
            answer += piece
        return answer, True
    except (TimeoutError, ConnectionResetError) as end:
        return answer, not isinstance(end, TimeoutError)


def send(port, request):
    """All that came back."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        try:
            connection.sendall(request)
        except OSError:
            pass  # refused before all was sent
        answer, whole = read_all(connection, 0.5)
        if not whole:  # it waits for more: there is no more
            try:
                connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            answer += read_all(connection, 10)[0]
    return answer


def judged(answer):
    """What it is counted as, and why it must not be; empty if it may."""
    if not answer:
        return "closed", ""
    head, _, body = answer.partition(b"\r\n\r\n")
    words = head.split(b" ", 2)
    if not head.startswith(b"HTTP/1.1 ") or not words[1].isdigit():
        return "no HTTP", f"no HTTP: {answer[:60]!r}"
    status = int(words[1])
    if status < 400 or (words[1] in HEADLESS and not body):
        return f"{status // 100}xx", ""
    try:
        code = json.loads(body)["error"].get("code")
    except (ValueError, KeyError, AttributeError, TypeError):
        return "no error", f"{status} without an error's shape: {body[:60]!r}"
    if status < 500:
        return "4xx", ""
    known = code in ANSWERED_5XX.get(status, ()) or (status in ANSWERED_5XX and code in (status, None))
    return f"{status} {code}", "" if known else f"{status} {code}"


def attack():
    gateway = Gateway()
    requests = list(seeds())
    for request in requests:  # each is a good one before it is spoilt
        status = send(gateway.port, request)[9:12]
        if status not in (b"200", b"405"):
            gateway.faults.append(f"the seed {request[:40]!r} got {status!r}")
    work = [(request, 1000 * place + number, ratio) for ratio in RATIOS for place, request in enumerate(requests)
            for number in range(ROUNDS)]
    seen = collections.Counter()

    def one(item):
        request = mutated(*item)
        return *judged(send(gateway.port, request)), item

    with concurrent.futures.ThreadPoolExecutor(24) as pool:
        for kind, fault, (_, number, ratio) in pool.map(one, work):
            seen[kind] += 1
            if fault and len(gateway.faults) < 5:
                gateway.faults.append(f"-s {number} -r {ratio}: {fault}")
    if not seen["2xx"] or not seen["4xx"]:
        gateway.faults.append("not both taken and refused: this proves nothing")
    faults = gateway.faults
    records = gateway.end()
    figures = ", ".join(f"{name} {count}" for name, count in sorted(seen.items())) + f"; {records} records"
    sent = f"{len(work)} requests from {len(requests)}, ratios {RATIOS[0]} to {RATIOS[-1]}"
    return row("zzuf", sent, figures, faults)


if __name__ == "__main__":
    need("zzuf")
    sys.exit(attack())
