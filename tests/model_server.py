"""An OpenAI-compatible server on loopback that answers as a test wants it to.

    with ModelServer(lambda request: "I can't") as server:
        ask(prompts, path, base_url=server.url, model="m")

The answer is a text, streamed with finish_reason stop, or a function of the handler that does something else.
"""

import http.server
import json
import threading


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append(request)
        if not self.path.endswith("/v1/chat/completions"):
            self.send_error(404)
            return
        answer = self.server.answer(request)
        if callable(answer):
            answer(self)
            self.close_connection = True
        else:
            stream(self, answer)

    def log_message(self, *_):
        pass


def piece(text=None, finish=None):
    """Return one chunk of a chat completion as a server-sent event (str)."""
    choice = {"index": 0, "delta": {} if text is None else {"content": text}, "finish_reason": finish}
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
    return f"data: {json.dumps(chunk)}\n\n"


def begin(handler):
    """Send the head of a streamed answer."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()


def send(handler, text):
    """Send a chunk, in HTTP's sense."""
    data = text.encode()
    handler.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))


def stream(handler, text, finish="stop"):
    """Stream a whole reply."""
    begin(handler)
    for part in (text[:7], text[7:]):
        send(handler, piece(part))
    send(handler, piece(finish=finish) + "data: [DONE]\n\n")
    handler.wfile.write(b"0\r\n\r\n")


def cut(text):
    """Return an answer that ends at the token limit."""
    return lambda handler: stream(handler, text, "length")


def hang(handler):
    """Send a piece, and nothing more until the test is over."""
    begin(handler)
    send(handler, piece("```python"))
    handler.server.is_over.wait()


def dribble(handler):
    """Send a letter now and then, without an end."""
    begin(handler)
    while not handler.server.is_over.wait(0.1):
        send(handler, piece("x"))


def break_off(handler):
    """Send half a reply and close the connection."""
    begin(handler)
    send(handler, piece("```python\nimport pyg"))


def page(handler):
    """Answer with a page for people."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    handler.wfile.write(b"<html>Welcome</html>")


def wrong_shape(handler):
    """Stream JSON that is no chat completion."""
    begin(handler)
    send(handler, 'data: {"choices": 5}\n\ndata: [1, 2]\n\ndata: {"choices": [{"delta": {"content": {"a": 1}}}]}\n\n')
    handler.wfile.write(b"0\r\n\r\n")


def no_json(handler):
    """Stream something that is no JSON."""
    begin(handler)
    send(handler, "data: {oops\n\n")
    handler.wfile.write(b"0\r\n\r\n")


def no_text(handler):
    """Stream bytes that are no UTF-8."""
    begin(handler)
    handler.wfile.write(b"4\r\n\xff\xfe\n\n\r\n0\r\n\r\n")


def fail(status):
    """Return an answer that is an HTTP error."""
    return lambda handler: handler.send_error(status)


class ModelServer(http.server.ThreadingHTTPServer):
    """Attributes: requests (list[dict]): the bodies so far. url (str): for the openai client."""

    daemon_threads = True

    def __init__(self, answer):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer, self.requests, self.is_over = answer, [], threading.Event()
        self.url = f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, *_):
        """Say nothing of clients that have gone."""

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        """Take no more requests."""
        self.is_over.set()
        self.shutdown()
        self.server_close()
