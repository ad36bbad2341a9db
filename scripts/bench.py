"""Measure how time and memory grow with the corpus: all configs from 100, 1,000 and 10,000 scripts.

    python scripts/bench.py

The scripts are copies of those in data/ under other family names, so that every id is new.
"""

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tqdm import tqdm

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playable_data import FEATURES, family_names, load, script_paths

SIZES = [100, 1_000, 10_000]


def copy_corpus(scripts, target):
    """Copy families of data/ to a folder, again and again, until it holds at least so many scripts (int)."""
    names, count, turn = family_names(ROOT / "data"), 0, 0
    while count < scripts:
        name = names[turn % len(names)]
        shutil.copytree(ROOT / "data" / name, target / f"{name}_{turn:05}")
        count += len(script_paths(ROOT / "data", name))
        turn += 1
    return count


def measure(config, corpus):
    """Build a config in this process; print rows, seconds and peak memory in MiB."""
    with tempfile.TemporaryDirectory() as cache:
        start = time.perf_counter()
        rows = sum(load(config, corpus, cache).num_rows.values())
        seconds = time.perf_counter() - start
    print(rows, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def measure_apart(config, corpus):
    """Run `measure` in a process of its own, since peak memory is counted by process."""
    command = [sys.executable, __file__, "--measure", config, str(corpus)]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    rows, seconds, memory = output.split()[-3:]
    return int(rows), float(seconds), float(memory)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)  # how the benchmark calls itself
    arguments = parser.parse_args()
    if arguments.measure:
        measure(*arguments.measure)
        return
    table = ["| config   | scripts |   rows | seconds | rows/s | ms/script, to the smallest | peak MiB |"]
    table += ["|:---------|--------:|-------:|--------:|-------:|---------------------------:|---------:|"]
    first = {}
    with tempfile.TemporaryDirectory() as folder, tqdm(total=len(SIZES) * len(FEATURES), unit=" builds") as progress:
        for size in SIZES:
            corpus = Path(folder, str(size))
            scripts = copy_corpus(size, corpus)
            for config in FEATURES:
                rows, seconds, memory = measure_apart(config, corpus)
                ratio = (seconds / scripts) / first.setdefault(config, seconds / scripts)
                table.append(
                    f"| {config:<8} | {scripts:>7,} | {rows:>6,} | {seconds:>7.1f} | {rows / seconds:>6.0f} |"
                    f" {ratio:>26.2f} | {memory:>8.0f} |"
                )
                progress.update()
    print("\n".join(table))


if __name__ == "__main__":
    main()
