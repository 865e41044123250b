"""Where sentences begin and end in Chinese prose."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# A sentence ends with a period, question or exclamation mark and the closing quotation marks
# and brackets behind it (GB/T 15834-2011 §4), or where its paragraph ends.
_SENTENCE = re.compile(r"[^。！？!?…\n]*(?:[。！？!?…]+[”’》〉）】』」)\]\"]*|\n|$)")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of all sentences, in code points, without white space around them."""
    for match in _SENTENCE.finditer(text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + match[0].index(stripped)
            yield start, start + len(stripped)


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Return the span of the sentence in which `offset` stands; empty where it is in none."""
    for start, end in sentences(text):
        if offset < end:
            return start, end
    return len(text), len(text)
