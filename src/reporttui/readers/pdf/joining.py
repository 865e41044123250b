"""What stands between lines where they are joined: a space, nothing, or a hyphen too many."""

from __future__ import annotations

import re
from itertools import pairwise

from reporttui.readers.pdf.lines import is_wide, spaced
from reporttui.readers.source import Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.readers.pdf.lines import Line

_HYPHENATED = re.compile(r"[^\W\d_][-\u00ad]$")
_WORD_GOES_ON = re.compile(r"[a-z\u00df-\u00ff]")
_IN_NUMBERS = re.compile(r"\d$"), re.compile(r"[\d.,%]")


def joined(lines: list[Line], left_out: list[Remark]) -> str:
    """Return the text of a paragraph's lines; hyphens that only wrap a word go to `left_out`."""
    text = lines[0].text
    wide = any(is_wide(char) for line in lines for char in line.text)
    for above, line in pairwise(lines):
        after = line.text
        if _HYPHENATED.search(text) and _WORD_GOES_ON.match(after):
            left_out.append(Remark("line-wrap hyphen", text[-1], above.number, above.page))
            text = text[:-1] + after
        elif _parts(text, after, wide):
            text = f"{text} {after}"
        else:
            text += after
    return text


def _parts(before: str, after: str, wide: bool) -> bool:
    if before.endswith("-") or (wide and _number_goes_on(before, after)):
        return False
    return spaced(before, after)


def _number_goes_on(before: str, after: str) -> bool:
    ends, begins = _IN_NUMBERS
    return bool(ends.search(before) and begins.match(after))
