# SPDX-License-Identifier: GPL-3.0-or-later
"""A `gatehoused` of its own in front of a provider that always answers, and what must hold after any attack."""

import hashlib
import http.client
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

from provider import start_provider

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODELS = {"openai": "m-openai", "anthropic": "m-anthropic", "gemini": "m-gemini"}
CLIENT_KEY = "gh-" + "0" * 64


def need(tool, package=None):
    """The attack's tool, or an end with the words that help."""
    if not shutil.which(tool):
        sys.exit(f"{tool} is missing: apt-get install {package or tool}")
    return tool


def row(attack, sent, figures, faults):
    """Prints a line of the table that run.sh makes, and ends the script: with 1 if there are faults."""
    verdict = "held" if not faults else "FAILED: " + "; ".join(faults)
    print(f"| {attack} | {sent} | {figures} | {verdict} |", flush=True)
    return 1 if faults else 0


def gatehoused():
    """The program: $GATEHOUSED, or the newest build in the tree."""
    if "GATEHOUSED" in os.environ:
        return os.environ["GATEHOUSED"]
    built = sorted(ROOT.glob("build/*/bin/gatehoused"), key=lambda path: path.stat().st_mtime)
    if not built:
        sys.exit("There is no build: cmake --preset release && cmake --build --preset release, or set GATEHOUSED")
    return str(built[-1])


class Gateway:
    """The running program. `faults` gathers what must not be."""

    def __init__(self, more_models=0, with_client=False):
        self.faults = []
        self.folder = tempfile.TemporaryDirectory(prefix="gatehouse-hostile-")
        self.home = pathlib.Path(self.folder.name)
        self.provider = start_provider()
        config = self.home / "config.json"
        config.write_text(json.dumps(self._config(more_models, with_client)))
        config.chmod(0o600)
        self.log = self.home / "stderr"
        environment = {"HOME": str(self.home), "PATH": os.environ["PATH"], "FAKE_KEY": "sk-hostile-canary-0123456789"}
        self.process = subprocess.Popen(
            [gatehoused(), "--config", config, "--data-dir", self.home / "data", "--port", "0"],
            stdout=subprocess.PIPE, stderr=self.log.open("wb"), env=environment)
        line = self.process.stdout.readline()
        if not line:
            sys.exit("gatehoused does not start:\n" + self.log.read_text(errors="replace"))
        self.url = json.loads(line)["url"]
        self.port = int(self.url.rsplit(":", 1)[1])

    def _config(self, more_models, with_client):
        def provider(dialect):
            models = [{"id": MODELS[dialect]}]
            if dialect == "openai":
                models += [{"id": f"one-of-many-models-{i:05}-{'x' * 150}"} for i in range(more_models)]
            return {"id": dialect, "dialect": dialect, "proxy": "none", "apiKey": "${FAKE_KEY}", "models": models,
                    "baseUrl": f"http://127.0.0.1:{self.provider.server_port}/v1"}
        config = {"version": 1, "providers": [provider(dialect) for dialect in MODELS]}
        if with_client:
            digest = hashlib.sha256(CLIENT_KEY.encode()).hexdigest()
            config["clients"] = [{"name": "app", "keyHash": "sha256:" + digest}]
        return config

    def health(self):
        """Seconds until /health answered; None if it did not."""
        begin = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health")
            return time.monotonic() - begin if connection.getresponse().status == 200 else None
        except OSError:
            return None
        finally:
            connection.close()

    def ask(self):
        """The status of a chat's answer; with the first one it sets up what it needs for asking providers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        body = json.dumps({"model": MODELS["openai"], "messages": [{"role": "user", "content": "Hello"}]})
        try:
            connection.request("POST", "/v1/chat/completions", body, {"Content-Type": "application/json"})
            return connection.getresponse().status
        finally:
            connection.close()

    def descriptors(self):
        """How many the process has open; None where only root can tell."""
        try:
            return len(os.listdir(f"/proc/{self.process.pid}/fd"))
        except PermissionError:
            return None

    def kept_waiting(self):
        """Seconds for which its threads could run, and the machine had no processor for them."""
        tasks = pathlib.Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[1]) for task in tasks) / 1e9

    def peak_mib(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def end(self):
        """Stops it and looks at what it leaves: exit code, log, usage records. Returns the number of records."""
        if self.process.poll() is not None:
            self.faults.append(f"it was gone before the end, with {self.process.returncode}")
        elif self.health() is None:
            self.faults.append("/health does not answer any more")
        self.process.send_signal(signal.SIGTERM)
        try:
            if (code := self.process.wait(20)) != 0:
                self.faults.append(f"exit code {code}")
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.faults.append("it does not stop")
        self._look_at_log()
        records = self._look_at_records()
        self.provider.shutdown()
        self.folder.cleanup()
        return records

    def _look_at_log(self):
        for file in (self.log, *self.home.glob("data/*.log*")):
            text = file.read_bytes()
            if any(byte < 0x20 and byte != 0x0A or byte == 0x7F for byte in text):
                self.faults.append(f"control bytes in {file.name}")
            try:
                text.decode()
            except UnicodeDecodeError:
                self.faults.append(f"{file.name} is not UTF-8")
            if b"sk-hostile-canary" in text:
                self.faults.append(f"the key stands in {file.name}")

    def _look_at_records(self):
        database = sqlite3.connect(self.home / "data/usage.sqlite")
        try:
            answer = database.execute("PRAGMA integrity_check").fetchone()[0]
            if answer != "ok":
                self.faults.append(f"integrity_check: {answer}")
            return database.execute("SELECT count(*) FROM requests").fetchone()[0]
        except sqlite3.DatabaseError as error:
            self.faults.append(f"usage.sqlite: {error}")
            return 0
        finally:
            database.close()


class HealthWatch(threading.Thread):
    """Asks /health ten times a second, on a new connection each time."""

    def __init__(self, gateway):
        super().__init__(daemon=True)
        self.gateway = gateway
        self.times = []
        self.missed = 0
        self.over = threading.Event()

    def run(self):
        while not self.over.wait(0.1):
            seconds = self.gateway.health()
            if seconds is None:
                self.missed += 1
            else:
                self.times.append(seconds)

    def stop(self):
        self.over.set()
        self.join()
        self.times.sort()
        return self

    def ms(self, share):
        return 1000 * self.times[min(len(self.times) - 1, int(share * len(self.times)))] if self.times else float("inf")
