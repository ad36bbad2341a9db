"""Files of JSON lines that survive being killed: each line is written at once, and a torn one is passed over."""

import json
import os


def read(path):
    """Return the whole lines of a file, decoded (list); none where there is no file."""
    records = []
    for line in path.read_bytes().split(b"\n") if path.exists() else ():
        try:
            records.append(json.loads(line))
        except ValueError:  # torn, or the end
            continue
    return records


def append(path, record):
    """Add a line, behind the end of one that was torn."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+") as file:
        if file.tell() and (file.seek(-1, os.SEEK_END), file.read())[1] != b"\n":
            file.write(b"\n")
        file.write(json.dumps(record).encode() + b"\n")
