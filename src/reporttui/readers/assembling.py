"""What a format's reader found → a report, with an account of what became of each part."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from reporttui.readers.doubts import doubts_about, enough, in_order
from reporttui.readers.framing.frame import framed
from reporttui.readers.outlining.joining import joined
from reporttui.readers.outlining.tree import outlined
from reporttui.readers.source import Remark
from reporttui.report.files import UnreadableFile
from reporttui.report.model import FORMAT, Report
from reporttui.report.outline import outline
from reporttui.report.prose import blocks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporttui.readers.source import Paragraph, Source


class Assembled(NamedTuple):
    """A report made of a source.

    Attributes:
        report: The report, without metrics.
        recognised: Metadata by field.
        placed: Lines of the report itself that are a field: title, addressee, signature.
        left_out: What is no part of it, with the reason.
        doubts: What may be read otherwise.
    """

    report: Report
    recognised: tuple[Remark, ...]
    placed: tuple[Remark, ...]
    left_out: tuple[Remark, ...]
    doubts: tuple[Remark, ...]


def assembled(source: Source, report_id: str, name: str) -> Assembled:
    """Make a report.

    Args:
        source: What the format's reader found.
        report_id: The report's id.
        name: The title, where the file has none.

    Raises:
        UnreadableFile: When there is nothing to read in it.
    """
    frame = framed(source)
    article = joined(frame.body)
    tree = outlined(article.paragraphs)
    doubts = [*source.doubts, *frame.doubts, *article.doubts, *tree.doubts]
    doubts += doubts_about(article.paragraphs, tree.sections)
    fields = dict(frame.fields)
    if not fields.get("title"):
        fields["title"] = name
        doubts.append(Remark("no title", name, 1))
    year = fields.pop("year", None)
    report = Report(
        FORMAT,
        report_id,
        year=int(year) if year else None,
        opening=tree.opening,
        sections=tree.sections,
        **{field: _line(field, value) for field, value in fields.items()},  # type: ignore[arg-type]
    )
    if not (report.opening or report.sections):
        raise UnreadableFile("document-no-text")
    left_out = (*source.left_out, *frame.left_out, *article.left_out)
    _prove(report, article.paragraphs)
    return Assembled(
        report,
        frame.recognised,
        frame.placed,
        in_order(left_out),
        enough(in_order(dict.fromkeys(doubts))),
    )


def _line(field: str, value: str) -> str:
    return value if field == "subtitle" else " ".join(value.split())


class Lost(Exception):  # noqa: N818
    """Characters of the article are not in the tree: a fault of this program."""


def _prove(report: Report, paragraphs: Iterable[Paragraph]) -> None:
    """Raise where the tree does not say what the paragraphs say, white space aside.

    Raises:
        Lost: It never should be.
    """
    body = Report(FORMAT, report.id, "-", opening=report.opening, sections=report.sections)
    told = _bare(block.text for block in blocks(body, outline(body)))
    meant = "-" + _bare(paragraph.text for paragraph in paragraphs)
    if told != meant:
        same = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(told, meant, strict=False))
        at = sum(1 for _ in same)
        raise Lost(f"{told[at - 10 : at + 10]!r} for {meant[at - 10 : at + 10]!r}")


def _bare(texts: Iterable[str]) -> str:
    return "".join("".join(text.split()) for text in texts)
