# SPDX-License-Identifier: GPL-3.0-or-later
"""A provider that answers everything at once, in the shape that the path asks for."""

import http.server
import json
import threading

CHAT = {"id": "c1", "object": "chat.completion", "created": 1, "model": "m",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello"}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 3, "completion_tokens": 1, "total_tokens": 4}}
MESSAGE = {"id": "msg_1", "type": "message", "role": "assistant", "model": "m", "stop_reason": "end_turn",
           "content": [{"type": "text", "text": "Hello"}], "usage": {"input_tokens": 3, "output_tokens": 1}}
GEMINI = {"candidates": [{"content": {"role": "model", "parts": [{"text": "Hello"}]}, "finishReason": "STOP"}],
          "usageMetadata": {"promptTokenCount": 3, "candidatesTokenCount": 1, "totalTokenCount": 4}}
RESPONSE = {"id": "resp_1", "object": "response", "status": "completed", "model": "m",
            "output": [{"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "Hello"}]}],
            "usage": {"input_tokens": 3, "output_tokens": 1, "total_tokens": 4}}
EMBEDDING = {"object": "list", "model": "m", "data": [{"object": "embedding", "index": 0, "embedding": [0.5]}],
             "usage": {"prompt_tokens": 1, "total_tokens": 1}}
CHUNK = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m",
         "choices": [{"index": 0, "delta": {"role": "assistant", "content": "Hello"}, "finish_reason": "stop"}]}


def chat_stream():
    return f"data: {json.dumps(CHUNK)}\n\ndata: [DONE]\n\n"


def message_stream():
    events = [{"type": "message_start", "message": {**MESSAGE, "content": [], "stop_reason": None}},
              {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
              {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "Hello"}},
              {"type": "content_block_stop", "index": 0},
              {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 1}},
              {"type": "message_stop"}]
    return "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in events)


def response_stream():
    event = {"type": "response.completed", "sequence_number": 0, "response": RESPONSE}
    return f"event: response.completed\ndata: {json.dumps(event)}\n\n"


def answer_to(path, body):
    """The content type and the text of the answer."""
    streams = b'"stream":true' in body.replace(b" ", b"")
    if "streamGenerateContent" in path:
        return "text/event-stream", f"data: {json.dumps(GEMINI)}\n\n"
    for part, whole, stream in (("chat/completions", CHAT, chat_stream), ("messages", MESSAGE, message_stream),
                                ("responses", RESPONSE, response_stream), ("generateContent", GEMINI, None),
                                ("embeddings", EMBEDDING, None)):
        if part in path:
            return ("text/event-stream", stream()) if streams and stream else ("application/json", json.dumps(whole))
    return "application/json", "{}"


class Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        content_type, text = answer_to(self.path, body)
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text.encode())

    def __getattr__(self, name):  # whatever the method
        if name.startswith("do_"):
            return self.answer
        raise AttributeError(name)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # those that leave before the end are expected


def start_provider():
    """On a free port of 127.0.0.1, in threads of its own; ends with shutdown()."""
    server = Server(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
