"""The pieces that an outline is built from: a heading with what runs on behind it, or prose."""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.readers.outlining.markers import Marker

PROSE = ""
"""Family of what heads nothing."""

MARKUP = "heading {}"
"""Family of headings without a number that the format itself marks, by their level."""

BOLD = "bold"
"""Family of paragraphs without a number that are set bold as a whole."""

BRACKETED = "【】"
"""Family of headings between such brackets."""

SHORT = "short line"
"""Family of lines that look like headings, and have no number."""

SENTENCE = "short sentence"
"""Family of paragraphs of one short sentence that head long ones, throughout the document."""

CLOSING = "closing"
"""Family of what closes a document on its highest level: 结束语, 附件."""


class Item(NamedTuple):
    """A piece of the article.

    Attributes:
        text: Its characters, the number among them.
        line: Where its paragraph begins, as in `source.Paragraph`.
        page: As in `source.Paragraph`.
        marker: Its number, which stands at the beginning.
        family: Family of the marker, or how else one sees that it is a heading.
        run_in: Whether it stands in the paragraph of the item before it.
        leads: Whether items of its own list run in behind it, in its paragraph.
        heading: The level that the format gives it; 0 for none.
        bold: Code points at its beginning that are set bold.
    """

    text: str
    line: int
    page: int = 0
    marker: Marker | None = None
    family: str = PROSE
    run_in: bool = False
    leads: bool = False
    heading: int = 0
    bold: int = 0
