"""The chat config against the real Infinity Arcade client, which talks to a real server on loopback."""

import asyncio
import http.server
import json
import subprocess
import sys
import threading
import types

import pytest
from small_corpus import ROOT

from playable_data import KINDS, MODES, load, load_arcade


class Model(http.server.BaseHTTPRequestHandler):
    """An OpenAI-compatible server that keeps each request and streams `server.reply`."""

    def do_POST(self):
        self.server.requests.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for piece in [self.server.reply[:7], self.server.reply[7:]]:
            chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m",
                     "choices": [{"index": 0, "delta": {"content": piece}}]}  # fmt: skip
            self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
        self.wfile.write(b"data: [DONE]\n\n")

    def log_message(self, *_):
        pass


@pytest.fixture
def model():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Model)
    server.requests, server.reply = [], ""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def ask(server, mode, content, mode_data):
    """Let the arcade ask the server; return the code it extracts from the reply."""

    async def last_item():
        handle = types.SimpleNamespace(url=f"http://127.0.0.1:{server.server_port}")
        async for item in load_arcade().generate_game_code_with_llm(handle, "m", mode, content, mode_data):
            last = item
        return last

    return asyncio.run(last_item()).code


@pytest.mark.parametrize("kind", KINDS)
def test_messages_are_what_the_arcade_sends_and_extracts(model, kind, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))  # the arcade leaves each reply in a file there
    examples, chats = load("default"), load("chat")
    for split in examples:
        pairs = [pair for pair in zip(examples[split], chats[split]) if pair[0]["kind"] == KINDS.index(kind)]
        for example, chat in pairs[::3]:
            assert example["id"] == chat["id"] and example["kind"] == chat["kind"]
            *messages, answer = chat["messages"]
            model.reply = answer["content"]
            if kind == "base":
                code = ask(model, MODES[kind], example["prompt"], None)
            else:
                code = ask(model, MODES[kind], example["source_code"], example["error"] or example["prompt"])
            assert code == example["code"]
            assert model.requests[-1]["messages"] == messages
            assert model.requests[-1]["max_tokens"] == 4000


def test_extractor_returns_every_answer():
    extract = load_arcade()._extract_python_code
    for split, chats in load("chat").items():
        for code, chat in zip(load("default")[split]["code"], chats):
            assert extract(chat["messages"][-1]["content"]).code == code


def test_chat_names_the_command_where_the_arcade_is_missing(corpus, tmp_path):
    script = (
        "import importlib.metadata as m, sys\n"
        "real = m.version\n"
        "def version(name):\n"
        "    if name == 'infinity-arcade': raise m.PackageNotFoundError(name)\n"
        "    return real(name)\n"
        "m.version = version\n"
        "from playable_data import load\n"
        "load('default', *sys.argv[1:]), load('families', *sys.argv[1:])\n"
        "assert 'infinity_arcade' not in sys.modules\n"
        "load('chat', *sys.argv[1:])\n"
    )
    command = [sys.executable, "-c", script, str(corpus), str(tmp_path / "cache")]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 1
    assert result.stderr.strip().split("\n")[-1].endswith("Run: pip install infinity-arcade==0.3.0")
