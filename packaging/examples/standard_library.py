#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A streamed chat with nothing but Python's standard library.

usage: python3 standard_library.py [URL [KEY [MODEL]]]
"""
import json
import sys
import urllib.error
import urllib.request

DEFAULTS = ["http://127.0.0.1:1337", "anything", "demo/echo"]


def main():
    given = sys.argv[1:4]
    url, key, model = given + DEFAULTS[len(given):]
    question = {"model": model, "stream": True, "messages": [{"role": "user", "content": "Hello from Python"}]}
    request = urllib.request.Request(
        url + "/v1/chat/completions",
        data=json.dumps(question).encode(),
        headers={"Authorization": "Bearer " + key, "Content-Type": "application/json"},
    )
    # A proxy of the environment is for the way out, not for this machine.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request) as answer:
            for line in answer:
                text = line.decode().strip()
                if not text.startswith("data: ") or text == "data: [DONE]":
                    continue
                chunk = json.loads(text[len("data: "):])
                if "error" in chunk:  # a stream that broke says so
                    sys.exit(chunk["error"]["message"])
                for choice in chunk["choices"]:
                    print(choice["delta"].get("content") or "", end="", flush=True)
    except urllib.error.HTTPError as error:
        sys.exit(f"{error.code} {error.read().decode()}")
    print()


main()
