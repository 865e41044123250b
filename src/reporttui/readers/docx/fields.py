"""The fields of a DOCX: what of their text is no part of the article."""

from __future__ import annotations

CONTENTS = "table of contents"
_FIELDS = {
    **dict.fromkeys(("PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES"), "page number"),
    "TOC": CONTENTS,
}

# Fields that draw what their instruction says: a digit in a circle, a symbol by its code.
DRAWN = ("EQ", "SYMBOL")


class Field:
    """A field that is open.

    Attributes:
        instruction: The pieces of its instruction.
        separated: Whether its result has begun.
        reason: Why the text in it is left out; empty where it is not.
    """

    def __init__(self, outer: str) -> None:
        self.instruction: list[str] = []
        self.separated = False
        self.reason = outer or "field code"
        self._outer = outer

    def separate(self) -> None:
        """Begin the result."""
        self.separated = True
        self.reason = self._outer or _FIELDS.get(self.name, "")

    @property
    def name(self) -> str:
        """The first word of its instruction."""
        return "".join(self.instruction).lstrip().partition(" ")[0].upper()
