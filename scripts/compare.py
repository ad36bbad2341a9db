"""Say whether model B is better than model A, from their results of evaluate.py.

    python scripts/compare.py results/A.json results/B.json
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from evaluation.compare import compare
from tables import markdown_table


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("a", type=Path, metavar="A.json", help="a result of evaluate.py")
    parser.add_argument("b", type=Path, metavar="B.json", help="another, of the same prompts")
    options = parser.parse_args()
    results = []
    for path in (options.a, options.b):
        try:
            results.append(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            sys.exit(f"{path}: no result of evaluate.py ({error}).")
    try:
        sentence, head, rows = compare(*results)
    except ValueError as error:
        sys.exit(f"{error}.")
    print(markdown_table(head, rows), sentence, sep="\n\n")


if __name__ == "__main__":
    main()
