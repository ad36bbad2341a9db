"""Markdown tables, for the commands that print what they have counted."""


def markdown_table(head, rows):
    """Return a Markdown table; all columns but the first hold numbers (str)."""
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
