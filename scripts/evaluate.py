"""Let a model write games, play them, and report how many can be played.

    python scripts/evaluate.py --base-url http://localhost:8000/api/v1 --model NAME
    python scripts/evaluate.py --model NAME                # judge again what is kept, ask nothing

Sends what Infinity Arcade sends, to any OpenAI-compatible server. The replies go to results/NAME.jsonl, verdicts beside
them, the result to results/NAME.json and results/NAME.html. A run that was interrupted goes on where it stopped.
"""

import argparse
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from datasets.exceptions import DatasetNotFoundError

from evaluation import report
from evaluation.ask import ServerTrouble, ask, read_replies
from evaluation.fits import Families
from evaluation.judge import judge_codes
from evaluation.prompts import load_dataset, make_prompts, reference_games
from playable_data import CorpusError
from playtest import NoSandbox, cluster, extract, strict_console
from tables import markdown_table


def evaluate(options):
    """Ask, judge and report, as far as the options say.

    Raises:
        NoSandbox, ServerTrouble, CorpusError, DatasetNotFoundError, ModuleNotFoundError, ValueError,
            ConnectionError: what stands in the way.
    """
    if not options.ask_only:
        strict_console(options.trust)  # refuses now, and not after hours of asking
        cluster.engine(options.engine)
    base = options.results / re.sub(r"[^\w.-]", "_", options.model)
    splits = load_dataset(options.data)
    prompts = make_prompts(splits, options.limit)
    if not prompts:
        raise ValueError(f"{options.data} has no prompts to ask: no validation split and none of the founders.")
    kept = base.with_name(base.name + ".jsonl")
    if options.base_url:
        ask(prompts, kept, base_url=options.base_url, model=options.model, samples=options.samples,
            timeout=options.timeout, parallel=options.parallel)  # fmt: skip
    if not options.ask_only:
        judge(options, base, prompts, read_replies(kept, options.model), reference_games(splits))


def judge(options, base, prompts, replies, games):
    """Play what was replied, print the tables and write the result."""
    asked = [replies.get((prompt.key, sample)) for prompt in prompts for sample in range(options.samples)]
    codes = [extract(reply["reply"]) for reply in asked if reply and not reply["error"]]
    verdicts = judge_codes([code for code in codes if code], base.with_name(base.name + ".verdicts.jsonl"),
                           trust=options.trust, jobs=options.jobs, engine=options.engine)  # fmt: skip
    rows = report.score(prompts, options.samples, replies, verdicts, Families(games))
    result = report.make_result(options.model, options.samples, rows)
    base.parent.mkdir(parents=True, exist_ok=True)
    base.with_name(base.name + ".json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    base.with_name(base.name + ".html").write_text(report.page(result, verdicts), encoding="utf-8")
    for head, lines in report.rates_table(result), report.kinds_table(result):
        if lines:
            print(markdown_table(head, lines), end="\n\n")
    print(report.verifier_sentence(result["verifier"]))
    missing = sum(row["kind"] == "no reply" for row in rows)
    if missing:
        print(f"{missing} of {len(rows)} prompts have no reply and count as failed; run it again with --base-url.")
    print(f"Every game: {base}.html")


def arguments():
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--base-url", metavar="URL", help="of the server; without it nothing is asked")
    parser.add_argument("--model", required=True, metavar="NAME", help="the model's name on the server")
    parser.add_argument("--samples", type=int, default=1, metavar="K", help="replies for each prompt (default 1)")
    parser.add_argument("--limit", type=int, metavar="N", help="at most so many prompts of each task")
    parser.add_argument("--data", metavar="DATA", help="a corpus folder or a dataset on the Hub (default: data/)")
    parser.add_argument("--results", type=Path, default=Path("results"), metavar="DIR", help="default: %(default)s")
    parser.add_argument("--timeout", type=float, default=600, metavar="S", help="seconds for a reply (default 600)")
    parser.add_argument("--parallel", type=int, default=1, metavar="N", help="requests at the same time (default 1)")
    parser.add_argument("--jobs", type=int, metavar="N", help="games at once (default: as many as there are cores)")
    parser.add_argument("--engine", choices=cluster.ENGINES, default="local", help="ray: on a cluster (docs/scale.md)")
    parser.add_argument("--trust", action="store_true", help="play also where nothing can lock the games in")
    parser.add_argument("--ask-only", action="store_true", help="only ask, and judge later")
    return parser


def main():
    options = arguments().parse_args()
    try:
        evaluate(options)
    except (NoSandbox, CorpusError, DatasetNotFoundError, ModuleNotFoundError, ValueError, ConnectionError) as problem:
        sys.exit(str(problem))
    except ServerTrouble as trouble:
        sys.exit(f"Stopped: {trouble}. What was replied is kept; run the same command again to go on.")
    except KeyboardInterrupt:
        sys.exit("Interrupted. What was replied and judged is kept; run the same command again to go on.")


if __name__ == "__main__":
    main()
