# SPDX-License-Identifier: GPL-3.0-or-later
"""ffuf: every path that one might guess, with every method. Only what the documentation names may answer."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

from rig import Gateway, need, row

HERE = pathlib.Path(__file__).resolve().parent
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "DEBUG", "get")
CLOSED = (403, 404, 405)
BEFORE = ("", "v1/", "v1beta/", "v1/v1/", "api/", "v1/models/", "providers/", "providers/openai/", "%2e%2e/", "//",
          "health/", "metrics/")

# The documented routes (docs/dialects.md, Endpoints), with the methods that they take.
ROUTES = {
    r"": "GET HEAD",
    r"(v1/)?(health(/ready)?|metrics)": "GET HEAD",
    r"(v1(beta)?/)?models(/.+)?": "GET HEAD",  # PROVIDER/MODEL too
    r"(v1(beta)?/)?models/.+:(generateContent|streamGenerateContent|countTokens|embedContent"
    r"|batchEmbedContents)": "POST",
    r"(v1/)?(chat/completions|completions|responses|messages|messages/count_tokens|embeddings|moderations|rerank"
    r"|images/generations|images/edits|audio/speech|audio/transcriptions|audio/translations)": "POST",
    r"providers/openai(/.*)?": " ".join(method for method in METHODS if method != "TRACE"),  # straight to it
}


def is_documented(method, path):
    """A slash at the end and a query change nothing."""
    plain = re.sub(r"(/|%2f)+$", "", path.split("?")[0], flags=re.IGNORECASE)
    return any(re.fullmatch(route, plain) and method in methods.split() for route, methods in ROUTES.items())


def is_malformed(path):
    """Holds a control character, which no path may."""
    return re.search(r"%[01][0-9a-f]|%7f", path, re.IGNORECASE) is not None


def words():
    listed = (HERE / "paths.txt").read_text().split()
    return [before + word for before in BEFORE for word in listed] + [""]


def attack():
    gateway = Gateway()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        paths = words()
        (folder / "paths").write_text("\n".join(paths) + "\n")
        (folder / "methods").write_text("\n".join(METHODS) + "\n")
        # One at a time: several threads lose results of each other.
        subprocess.run(["ffuf", "-w", f"{folder}/paths:PATH", "-w", f"{folder}/methods:METHOD", "-X", "METHOD",
                        "-u", f"{gateway.url}/PATH", "-mc", "all", "-t", "1", "-s", "-of", "json", "-o",
                        f"{folder}/found"], stdout=subprocess.DEVNULL, check=True)
        found = json.loads((folder / "found").read_text())["results"]
    answered = [(one["input"]["METHOD"], one["input"]["PATH"], one["status"]) for one in found]
    opened = [one for one in answered if one[2] not in CLOSED]
    for method, path, status in opened:
        refused = status == 400 and is_malformed(path)
        if not refused and not is_documented(method, path) and len(gateway.faults) < 30:
            gateway.faults.append(f"{method} /{path}: {status}")
    if len(answered) < len(paths) * len(METHODS):
        gateway.faults.append(f"only {len(answered)} answers")
    if not any(path == "health" for _, path, _ in opened):
        gateway.faults.append("not even /health was found: this proves nothing")
    faults = gateway.faults
    gateway.end()
    routes = len({path for _, path, _ in opened})
    return row("ffuf", f"{len(paths)} paths × {len(METHODS)} methods",
               f"{len(answered)} answers; {len(opened)} other than {', '.join(map(str, CLOSED))}, on {routes} paths, "
               "all documented", faults)


if __name__ == "__main__":
    need("ffuf")
    sys.exit(attack())
