"""Asking: one request at a time to an OpenAI-compatible server, and every reply into one JSONL file at once.

A line is {"id", "key", "sample", "model", "reply", "finish", "error", "seconds"}. `error` says why there is no whole
reply; such a line is kept and the request made again by the next run. A process may be killed at any time: what it had
written counts, and half a line at the end is passed over.
"""

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

import openai
from tqdm import tqdm

from evaluation import jsonl

PAUSES = [1, 5, 20]  # seconds of rest after each failure in a row; one more failure ends the run
LONGEST = 100_000  # characters: 25 for each of the 4,000 tokens, for servers that ignore the limit
HOPELESS = (401, 403, 404)  # HTTP statuses of a wrong key, address or model: asking again is no use


class ServerTrouble(Exception):
    """The server cannot be asked any more; the message is a sentence."""


def read_replies(path, model):
    """Return the replies kept for a model by key and sample (dict[tuple[str, int], dict]); the last whole counts."""
    replies = {}
    for record in jsonl.read(path):
        place = record["key"], record["sample"]
        if record["model"] == model and (place not in replies or not record["error"]):
            replies[place] = record
    return replies


def ask(prompts, path, *, base_url, model, samples=1, timeout=600.0, parallel=1):
    """Ask for every reply that is not there yet, and again for those that failed.

    Args:
        prompts (list[Prompt]): what to ask.
        path (Path): the JSONL file of replies.
        base_url (str): as `openai` takes it: http://localhost:8000/api/v1. The key is OPENAI_API_KEY or "dummy".
        model (str): the model's name on that server.
        samples (int): replies for each prompt.
        timeout (float): seconds for a whole reply; the default is what the arcade allows between two pieces.
        parallel (int): requests at the same time.

    Raises:
        ServerTrouble: the server refuses, or has failed len(PAUSES) + 1 times in a row.
    """
    kept = read_replies(path, model)
    wanted = [(prompt, sample) for sample in range(samples) for prompt in prompts]
    due = [(p, s) for p, s in wanted if (p.key, s) not in kept or kept[p.key, s]["error"]]
    key = os.environ.get("OPENAI_API_KEY", "dummy")
    client = openai.OpenAI(base_url=base_url, api_key=key, timeout=timeout, max_retries=0)
    line, failures = threading.Lock(), Failures(base_url)

    def work(prompt, sample):
        if failures.trouble:
            return
        record = {"id": prompt.id, "key": prompt.key, "sample": sample, "model": model}
        record.update(failures.count(lambda: ask_once(client, {**prompt.request, "model": model}, timeout)))
        with line:
            jsonl.append(path, record)

    with ThreadPoolExecutor(parallel) as pool, tqdm(total=len(wanted), initial=len(wanted) - len(due), desc="asking",
                                                    unit=" replies") as bar:  # fmt: skip
        try:
            for future in as_completed([pool.submit(work, *pair) for pair in due]):
                future.result()
                bar.update()
        except BaseException:
            failures.trouble = failures.trouble or "interrupted"  # what has not begun must not begin any more
            raise
    if failures.trouble:
        raise ServerTrouble(failures.trouble)


class Failures:
    """Counts failures in a row, rests after each, and says when it is enough."""

    def __init__(self, base_url):
        self.base_url, self.in_row, self.trouble = base_url, 0, None

    def count(self, request):
        """Make a request and return what it returns; a failed one is made again after a rest, once."""
        for is_last in (False, True):
            result = request()
            if not result["error"]:
                self.in_row = 0
                return result
            in_row = self.in_row = self.in_row + 1
            if result.pop("hopeless", False) or in_row > len(PAUSES):
                self.trouble = self.trouble or f"{self.base_url} gives no replies ({result['error']})"
            if is_last or self.trouble:
                return result
            time.sleep(PAUSES[in_row - 1])


def ask_once(client, request, timeout):
    """Make one request and return {"reply", "finish", "error", "seconds"}, "hopeless" if no request can succeed.

    A part of a reply is kept with the error that ended it.
    """
    parts, finish, error, start, extra = [], None, None, time.monotonic(), {}
    try:
        with client.chat.completions.create(**request) as stream:
            for chunk in stream:
                if chunk.choices:
                    parts.append(chunk.choices[0].delta.content or "")
                    finish = chunk.choices[0].finish_reason or finish
                if time.monotonic() - start > timeout:
                    error = f"no end of the reply in {timeout:g} s"
                    break
                if sum(map(len, parts)) > LONGEST:
                    finish = "length"
                    break
        if not error and not finish and not any(parts):
            error = "the answer is no stream of chat completion chunks"
    except openai.APIStatusError as problem:
        error = f"HTTP status {problem.status_code}: {' '.join(problem.message.split())[:200]}"
        extra = {"hopeless": True} if problem.status_code in HOPELESS else {}
    except Exception as problem:  # a server may send anything, and the client passes on what it trips over
        cause = f" ({problem.__cause__})" if problem.__cause__ else ""
        error = f"{type(problem).__name__}: {' '.join(f'{problem}{cause}'.split())[:200]}"
    reply = "".join(parts).encode("utf-8", "replace").decode()  # half a surrogate pair is no text
    return {"reply": reply, "finish": finish, "error": error, "seconds": round(time.monotonic() - start, 2), **extra}
