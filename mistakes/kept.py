"""The silent mistake of a restart that keeps the score. Few games have a place for it, so it has games of its own."""

import libcst as cst
import libcst.matchers as m

from mistakes.silent import SCORES


def kept_score(code):
    """R keeps the score of the game before."""
    targets = [node.target for node in code.all(cst.AugAssign) if isinstance(node.target, cst.Attribute)]
    scores = [target.attr.value for target in targets if SCORES.search(target.attr.value)]
    for node in code.all(cst.Assign):
        branch = code.around(node, cst.If)
        if scores and branch and "K_r" in code.text(branch.test) and m.matches(node.value, m.Call()):
            game, score = code.text(node.targets[0].target), scores[0]
            yield code.mistake(node, f"{game}, {game}.{score} = {code.text(node.value)}, {game}.{score}")


KEPT = {"kept_score": (kept_score, ("restarts",))}
