"""Whether every character of a file is somewhere: in the tree in order, or told to be elsewhere."""

from collections import Counter

from reporttui.report.outline import outline
from reporttui.report.prose import blocks


def bare(text):
    """Leave out what is layout: white space of every kind."""
    return "".join(text.split())


def told(report):
    """Say a report as it would be printed."""
    return bare("".join(block.text for block in blocks(report, outline(report))))


def is_within(part, whole):
    """Whether all characters of one text stand in another, in order."""
    rest = iter(whole)
    return all(char in rest for char in part)


def unaccounted(text, read, title_is_there=True):
    """Return the characters of a file that are neither in its report nor in the account, or are
    in them without being in the file."""
    report, account = read
    if not title_is_there:
        report = report._replace(title="-")
    tree = told(report)[0 if title_is_there else 1 :]
    elsewhere = [*account.left_out, *account.recognised]
    found = Counter(tree) + Counter(bare("".join(remark.text for remark in elsewhere)))
    source = Counter(bare(text))
    wrong = (source - found) + (found - source)
    assert is_within(tree, bare(text)), "the order of the characters is another"
    return dict(wrong)
