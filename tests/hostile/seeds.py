# SPDX-License-Identifier: GPL-3.0-or-later
"""Well-formed requests of all dialects, as they go over the wire: what zzuf mutates."""

import json

TURNS = [{"role": "system", "content": "Be brief."},
         {"role": "user", "content": "Say hello, ünïcödé \\ \"quoted\""}]
TOOL = {"type": "function", "function": {"name": "look_up", "parameters": {"type": "object", "properties": {}}}}
GEMINI = {"contents": [{"role": "user", "parts": [{"text": "Say hello"}]}], "generationConfig": {"maxOutputTokens": 9}}


def request(method, target, body=b"", headers=()):
    lines = [f"{method} {target} HTTP/1.1", "Host: 127.0.0.1", "User-Agent: hostile/1", "Connection: close", *headers]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def posted(target, value, *headers):
    return request("POST", target, json.dumps(value).encode(), ("Content-Type: application/json", *headers))


def chunked(target, value):
    text = json.dumps(value).encode()
    pieces = [text[i:i + 40] for i in range(0, len(text), 40)]
    body = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
    head = ("Content-Type: application/json", "Transfer-Encoding: chunked")
    return request("POST", target, b"", head) + body


def form(target):
    parts = (b'--edge\r\nContent-Disposition: form-data; name="model"\r\n\r\nm-openai\r\n'
             b'--edge\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\n'
             b"Content-Type: audio/wav\r\n\r\nRIFF....WAVE\r\n--edge--\r\n")
    return request("POST", target, parts, ("Content-Type: multipart/form-data; boundary=edge",))


def seeds():
    chat = {"model": "m-openai", "messages": TURNS, "tools": [TOOL], "temperature": 0.5}
    for model in ("m-openai", "m-anthropic", "m-gemini"):
        stream = {**chat, "model": model, "stream": True}
        yield posted("/v1/chat/completions", {**chat, "model": model}, "Authorization: Bearer something")
        yield posted("/v1/chat/completions", stream)
        yield posted("/v1/responses", {"model": model, "input": "Say hello", "stream": model == "m-gemini"})
        yield posted("/v1/messages", {"model": model, "max_tokens": 9, "messages": TURNS[1:],
                                      "stream": model == "m-openai"}, "anthropic-version: 2023-06-01")
        yield posted(f"/v1beta/models/{model}:generateContent?key=k", GEMINI)
        yield posted(f"/v1beta/models/{model}:streamGenerateContent?alt=sse", GEMINI)
    yield posted("/v1/messages/count_tokens", {"model": "m-anthropic", "messages": TURNS[1:]})
    yield posted("/v1/embeddings", {"model": "m-openai", "input": ["a", "b"]})
    yield posted("/providers/openai/v1/files?purpose=x", {"a": 1})
    yield chunked("/v1/chat/completions", chat)
    yield form("/v1/audio/transcriptions")
    yield request("GET", "/v1/models", headers=("Accept: */*",))
    yield request("GET", "/health", headers=("Origin: http://localhost:3000",))
    yield request("OPTIONS", "/v1/chat/completions", headers=("Access-Control-Request-Method: POST",))
