# SPDX-License-Identifier: GPL-3.0-or-later
"""sqlmap: SQL in all that is recorded or looked up: model, path, query, keys, headers. Nothing may be injectable."""

import pathlib
import re
import subprocess
import sys
import tempfile

from rig import CLIENT_KEY, Gateway, need, row

KEY = f"Authorization: Bearer {CLIENT_KEY}"
CHAT = '{"model":"%s","messages":[{"role":"user","content":"Hi"}]}'
JSON = "Content-Type: application/json"

# What is attacked (at the `*`): target, body, header lines.
PLACES = {
    "model in the body": ("/v1/chat/completions", CHAT % "m-openai*", [JSON, KEY]),
    "model in the path": ("/v1/models/m-openai*", None, [KEY]),
    "User-Agent": ("/v1/chat/completions", CHAT % "m-openai", [JSON, KEY, "User-Agent: app*"]),
    "Authorization": ("/v1/chat/completions", CHAT % "m-openai", [JSON, "Authorization: Bearer gh-1*"]),
    "x-api-key": ("/v1/messages", CHAT % "m-anthropic", [JSON, "x-api-key: gh-1*"]),
    "query": ("/v1beta/models?key=gh-1*&pageSize=10*&pageToken=a*", None, []),
    "path of a provider": ("/providers/openai/v1/files/a*?purpose=b*", None, [KEY]),
}


def ask(gateway, place, folder, level):
    target, body, headers = PLACES[place]
    traffic = pathlib.Path(folder) / "traffic"
    command = ["sqlmap", "-u", gateway.url + target, "--batch", "--flush-session", "--disable-coloring",
               f"--level={level}", "--risk=3", "--dbms=SQLite", "--output-dir", folder, "-t", str(traffic),
               "--timeout=10", "--time-sec=2", "--ignore-code=400,401,403,404,405,415,429,503",
               "--headers", "\n".join(headers)]
    if body:
        command += ["--method=POST", "--data", body]
    said = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False,
                          env={"HOME": folder, "PATH": "/usr/bin:/bin"}).stdout
    sent = len(re.findall(r"^HTTP request \[#\d+\]", traffic.read_text(errors="replace"), re.MULTILINE)) \
        if traffic.exists() else 0
    return said, sent


def attack(level):
    gateway = Gateway(with_client=True)
    total = 0
    for place in PLACES:
        with tempfile.TemporaryDirectory() as folder:
            said, sent = ask(gateway, place, folder, level)
        total += sent
        if "identified the following injection point" in said:
            point = re.search(r"Parameter: .*?(?=\n---)", said, re.DOTALL)
            gateway.faults.append(f"{place}: {point.group(0) if point else 'injectable'}".replace("\n", " "))
        elif "do not appear to be injectable" not in said:
            gateway.faults.append(f"{place}: sqlmap did not finish: {said.strip().splitlines()[-1:]}")
        elif sent < 100:
            gateway.faults.append(f"{place}: only {sent} requests: this proves nothing")
        print(f"{place}: {sent} requests", file=sys.stderr, flush=True)
    faults = gateway.faults
    records = gateway.end()
    return row("sqlmap", f"{total} requests at {len(PLACES)} places, level {level}, risk 3",
               f"nothing injectable; {records} records, integrity_check ok", faults)


if __name__ == "__main__":
    need("sqlmap")
    sys.exit(attack(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
