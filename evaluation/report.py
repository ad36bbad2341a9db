"""What came out: one row a reply, rates with intervals, tables, and a page with a picture of every game."""

import html
import json
import math
from collections import Counter
from pathlib import Path

import numpy

import playtest
from evaluation.fits import judge_fit, lines_beyond
from evaluation.prompts import TASKS
from playable_data import code_hash

ERRORS = Path(__file__).with_name("verdict_errors.json")  # written by scripts/verdict_errors.py
USABLE = ("launches", "survives", "responds", "closes")
MEASURES = ("usable", "playable", "fits", "good")
DRAWS = 2000
PASS_AT = (2, 5, 10, 20, 50, 100)


def score(prompts, samples, replies, verdicts, families):
    """Return one row for each prompt and sample (list[dict]).

    usable: launches, survives, responds and closes. playable: no generic check fails. fits: see `fits`. good: playable
    and fits. kind: why it is not playable, "no reply", "cut off", "no code" or the first check that fails. A prompt
    without a reply counts as failed, so that an unfinished run never looks better than it is.

    Args:
        prompts (list[Prompt]): what was asked.
        samples (int): replies for each.
        replies (dict[tuple[str, int], dict]): as `ask.read_replies`.
        verdicts (dict[str, dict]): by code hash, as `judge.judge_codes`.
        families (fits.Families): of the dataset.
    """
    return [score_one(prompt, sample, replies.get((prompt.key, sample)), verdicts, families)
            for prompt in prompts for sample in range(samples)]  # fmt: skip


def score_one(prompt, sample, reply, verdicts, families):
    """Return the row of one reply (dict)."""
    row = {"id": prompt.id, "key": prompt.key, "task": prompt.task, "family": prompt.family, "group": prompt.group,
           "prompt": prompt.text, "sample": sample, "usable": False, "playable": False, "fits": False, "good": False,
           "kind": None, "failure": None, "misfit": None, "lines_beyond": None, "code": None}  # fmt: skip
    if reply is None or reply["error"]:
        return {**row, "kind": "no reply", "failure": reply["error"] if reply else "not asked yet"}
    code = playtest.extract(reply["reply"])
    if code is None:
        is_cut = reply["finish"] == "length" or reply["reply"].count("```") % 2
        return {**row, "kind": "cut off" if is_cut else "no code", "failure": reply["reply"][:200]}
    verdict = verdicts[code_hash(code)]
    failure = verdict["failures"][0] if verdict["failures"] else None
    fits, misfit = judge_fit(prompt, code, families)
    row.update(
        code=code_hash(code), failure=failure, kind=failure and failure.partition(":")[0], playable=not failure,
        usable=all(verdict["checks"].get(name) is True for name in USABLE), fits=fits, misfit=misfit,
        good=not failure and fits,
    )  # fmt: skip
    if prompt.task in ("remix", "fix"):
        row["lines_beyond"] = lines_beyond(prompt, code)
    return row


# --- numbers ----------------------------------------------------------------------------------


def by_prompt(rows):
    """Return the rows of each prompt (dict[str, list[dict]])."""
    found = {}
    for row in rows:
        found.setdefault(row["key"], []).append(row)
    return found


def rate(rows, measure):
    """Return a measure's rate with its 95 % interval: [rate, low, high], None for low and high if there is one group.

    Bootstrap over groups, since wordings of one wish are not independent. Where all are alike the interval has no
    width, which says more about the method than about the model.
    """
    groups = {}
    for row in rows:
        groups.setdefault(row["group"], []).append(row[measure])
    sums = numpy.array([sum(values) for values in groups.values()])
    counts = numpy.array([len(values) for values in groups.values()])
    if len(groups) == 1:
        return [round(float(sums.sum() / counts.sum()), 4), None, None]
    draws = numpy.random.default_rng(0).integers(len(groups), size=(DRAWS, len(groups)))
    rates = sums[draws].sum(1) / counts[draws].sum(1)
    low, high = numpy.percentile(rates, [2.5, 97.5])
    return [round(float(value), 4) for value in (sums.sum() / counts.sum(), low, high)]


def pass_at(rows, k):
    """Return the chance that at least one of k replies to a prompt is good (float), its unbiased estimate.

    With c good ones of n it is 1 - C(n - c, k) / C(n, k) (Chen et al., 2021, "Evaluating Large Language Models Trained
    on Code").
    """
    chances = []
    for same in by_prompt(rows).values():
        n, c = len(same), sum(row["good"] for row in same)
        chances.append(1 - math.comb(n - c, k) / math.comb(n, k))
    return round(sum(chances) / len(chances), 4)


def summarize(rows):
    """Return {task: {family or "all": {"prompts", "replies", measures, "pass_at", "kinds", "lines_beyond"}}}."""
    summary = {}
    for task in TASKS:
        of_task = [row for row in rows if row["task"] == task]
        families = sorted({row["family"] for row in of_task})
        parts = {family: [row for row in of_task if row["family"] == family] for family in families}
        if of_task:
            summary[task] = {name: numbers(part) for name, part in {**parts, "all": of_task}.items()}
    return summary


def numbers(rows):
    """Return the numbers of some rows (dict)."""
    samples = min(map(len, by_prompt(rows).values()))
    beyond = [row["lines_beyond"] for row in rows if row["lines_beyond"] is not None]
    return {
        "prompts": len(by_prompt(rows)),
        "replies": sum(row["kind"] != "no reply" for row in rows),
        **{measure: rate(rows, measure) for measure in MEASURES},
        "pass_at": {str(k): pass_at(rows, k) for k in PASS_AT if k <= samples},
        "kinds": dict(Counter(row["kind"] for row in rows if row["kind"]).most_common()),
        "lines_beyond": float(numpy.median(beyond)) if beyond else None,
    }


def verifier_errors():
    """Return the counts of the verifier's wrong verdicts, as `make verdict-errors` has measured them (dict)."""
    measured = json.loads(ERRORS.read_text(encoding="utf-8"))
    return {name: measured[name] for name in ("good", "mutants", "caught")} | {"good_failed": len(measured["good_failed"])}


def verifier_sentence(errors):
    """Return the sentence on the verifier's own errors that stands beside every result (str)."""
    return (
        f"The verifier errs too: locked in and without a player of their own, {errors['good_failed']} of "
        f"{errors['good']} good games failed, and {errors['caught']} of {errors['mutants']} games broken on purpose were "
        "caught."
    )


def make_result(model, samples, rows):
    """Return what goes to results/<model>.json (dict)."""
    return {"model": model, "engine": playtest.VERSION, "samples": samples, "verifier": verifier_errors(),
            "summary": summarize(rows), "games": rows}  # fmt: skip


# --- tables -----------------------------------------------------------------------------------


def percent(values):
    """Return a rate with its interval, if it has one, as text (str)."""
    rate, low, high = (value if value is None else round(100 * value) for value in values)
    return f"{rate} %" if low is None else f"{rate} % ({low}–{high})"


def rates_table(result):
    """Return head and rows of the table of rates (list[str], list[list])."""
    ks = [k for k in PASS_AT if k <= result["samples"]]
    head = ["task", "family", "prompts", "replies", *MEASURES, *[f"pass@{k}" for k in ks], "lines beyond"]
    rows = []
    for task, parts in result["summary"].items():
        for family, facts in parts.items():
            beyond = "-" if facts["lines_beyond"] is None else f"{facts['lines_beyond']:+g}"
            rows.append([task, family, facts["prompts"], facts["replies"], *[percent(facts[name]) for name in MEASURES],
                         *[f"{facts['pass_at'][str(k)]:.0%}" for k in ks], beyond])  # fmt: skip
    return head, rows


def kinds_table(result):
    """Return head and rows of the table of failures (list[str], list[list])."""
    tasks = list(result["summary"])
    counts = [result["summary"][task]["all"]["kinds"] for task in tasks]
    kinds = sorted(set().union(*counts), key=lambda kind: (-sum(of.get(kind, 0) for of in counts), kind))
    return ["failure", *tasks], [[kind, *[of.get(kind, 0) for of in counts]] for kind in kinds]


# --- the page ---------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font: 15px/1.45 system-ui, sans-serif; margin: 2em; background: #111; color: #ddd }}
table {{ border-collapse: collapse; margin: 1em 0 }}
td, th {{ padding: .2em .8em; text-align: right; white-space: nowrap }}
td:first-child, th:first-child, table:first-of-type :is(td, th):nth-child(2) {{ text-align: left }} tr:nth-child(even) {{ background: #1c1c1c }}
main {{ display: grid; grid-template-columns: repeat(auto-fill, 250px); gap: 1em }}
article {{ background: #1c1c1c; padding: 5px; overflow-wrap: anywhere }} img, .none {{ width: 240px; display: block }}
.none {{ line-height: 160px; background: #000; text-align: center; color: #666 }} p {{ margin: .3em 0 }}
.yes {{ color: #00ff41 }} .no {{ color: #ff5a5a }} small {{ color: #999; white-space: pre-wrap }}
</style></head><body><h1>{title}</h1><p>{note}</p>{tables}{games}</body></html>
"""


def html_table(head, rows):
    """Return a table as HTML, nothing if it has no rows (str)."""
    if not rows:
        return ""
    lines = ["".join(f"<th>{html.escape(str(cell))}</th>" for cell in head)]
    lines += ["".join(f"<td>{html.escape(str(cell))}</td>" for cell in row) for row in rows]
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def card(row, picture):
    """Return one game of the page as HTML (str); picture: a PNG in base64 or None."""
    shown = f'<img alt="" src="data:image/png;base64,{picture}">' if picture else '<div class="none">no picture</div>'
    marks = " ".join(f'<span class="{"yes" if row[name] else "no"}">{name}</span>' for name in MEASURES)
    why = [text for text in (row["failure"], row["misfit"]) if text]
    return (
        f"<article>{shown}<p>{html.escape(row['prompt'][:400])}</p><p>{marks}</p>"
        f"<small>{html.escape(row['id'])}, {row['sample']}\n{html.escape(' / '.join(why)[:400])}</small></article>"
    )


def page(result, verdicts):
    """Return the HTML page of a result, pictures and all (str)."""
    games = []
    for task in result["summary"]:
        cards = [card(row, verdicts[row["code"]]["picture"] if row["code"] else None)
                 for row in result["games"] if row["task"] == task]  # fmt: skip
        games.append(f"<h2>{task}</h2><main>{''.join(cards)}</main>")
    tables = html_table(*rates_table(result)) + html_table(*kinds_table(result))
    title, note = f"{result['model']} on Playable Data", verifier_sentence(result["verifier"])
    return PAGE.format(title=html.escape(title), note=html.escape(note), tables=tables, games="".join(games))
