"""Is one model better than another? Paired by prompt, with a sign-flip permutation test and a bootstrap interval."""

import numpy

from evaluation.report import DRAWS, MEASURES, by_prompt

FLIPS = 10_000
SIGNIFICANT = 0.05
UNSEEN = ("create", "remix", "fix")  # the founders are trained on and prove nothing


def differences(a, b, measure):
    """Return how much better B did on each prompt that both were asked, by group (dict[str, list[float]])."""
    groups, ours = {}, by_prompt(a)
    for key, rows in by_prompt(b).items():
        if key in ours:
            rates = [sum(row[measure] for row in same) / len(same) for same in (ours[key], rows)]
            groups.setdefault(rows[0]["group"], []).append(rates[1] - rates[0])
    return groups


def paired(groups):
    """Return {"prompts", "difference", "low", "high", "p"} for differences by group.

    The wordings of one wish are flipped, and drawn, together. p is the share of sign flips that give a mean as far from
    0 as the one seen; low and high are the 95 % interval.
    """
    sums = numpy.array([sum(values) for values in groups.values()])
    counts = numpy.array([len(values) for values in groups.values()])
    dice = numpy.random.default_rng(0)
    flips = dice.choice([-1, 1], size=(FLIPS, len(sums))) @ sums
    draws = dice.integers(len(sums), size=(DRAWS, len(sums)))
    low, high = numpy.percentile(sums[draws].sum(1) / counts[draws].sum(1), [2.5, 97.5])
    as_far = (numpy.abs(flips) >= abs(sums.sum()) - 1e-9).sum()
    return {"prompts": int(counts.sum()), "difference": float(sums.sum() / counts.sum()), "low": float(low),
            "high": float(high), "p": float((as_far + 1) / (FLIPS + 1))}  # fmt: skip


def compare(a, b):
    """Compare two results (dicts as `report.make_result`) and return (sentence, head, rows) of what came out.

    Raises:
        ValueError: they were judged by other engines, or have no prompt in common.
    """
    if a["engine"] != b["engine"]:
        engines = f"engine {a['engine']} judged {a['model']}, engine {b['engine']} judged {b['model']}"
        raise ValueError(f"{engines}; judge both anew")
    rows = []
    for task in [*UNSEEN, "founders", "all unseen"]:
        tasks = UNSEEN if task == "all unseen" else (task,)
        pair = [[row for row in result["games"] if row["task"] in tasks] for result in (a, b)]
        for measure in MEASURES:
            groups = differences(*pair, measure)
            if groups:
                facts = paired(groups)
                shown = [f"{100 * facts[name]:+.0f}" for name in ("difference", "low", "high")]
                rows.append([task, measure, facts["prompts"], *shown, f"{facts['p']:.4f}"])
    groups = differences(*[[row for row in result["games"] if row["task"] in UNSEEN] for result in (a, b)], "good")
    if not groups:
        raise ValueError(f"{a['model']} and {b['model']} have no prompt of a validation family in common")
    head = ["task", "measure", "prompts", "B - A, points", "low", "high", "p"]
    return sentence(a["model"], b["model"], paired(groups)), head, rows


def sentence(a, b, facts):
    """Return the answer (str)."""
    numbers = (
        f"{100 * facts['difference']:+.1f} points of games that are playable and fit, over {facts['prompts']} prompts "
        f"(95 % interval {100 * facts['low']:+.1f} to {100 * facts['high']:+.1f}, p = {facts['p']:.4f})."
    )
    if facts["p"] >= SIGNIFICANT:
        return f"It is not shown that {b} is better or worse than {a}: {numbers}"
    return f"{b} is {'better' if facts['difference'] > 0 else 'worse'} than {a}: {numbers}"
