#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A streamed chat with OpenAI's SDK (pip install openai).

usage: python3 openai_sdk.py [URL [KEY [MODEL]]]
"""
import sys

from openai import OpenAI

DEFAULTS = ["http://127.0.0.1:1337", "anything", "demo/echo"]
given = sys.argv[1:4]
url, key, model = given + DEFAULTS[len(given):]

client = OpenAI(base_url=url + "/v1", api_key=key)
stream = client.chat.completions.create(
    model=model, stream=True, messages=[{"role": "user", "content": "Hello from the SDK"}]
)
for chunk in stream:
    if chunk.choices:
        print(chunk.choices[0].delta.content or "", end="", flush=True)
print()
