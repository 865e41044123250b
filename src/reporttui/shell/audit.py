"""`reporttui audit`: whether the figures of reports add up."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.analysis.audit import audit
from reporttui.report.outline import outline
from reporttui.shell.color import VERDICTS, Marked
from reporttui.shell.exits import FAILED, FINE
from reporttui.shell.output import opened
from reporttui.shell.rows import write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.analysis.audit import Finding


class Row(NamedTuple):
    """What a check has found.

    Attributes:
        kind: The check.
        verdict: `holds`, `fails` or `cannot_tell`.
        arithmetic: What was computed.
        quotes: The figures that it is about, as printed.
        paths: Of the sections in which they stand.
    """

    kind: str
    verdict: str
    arithmetic: str
    quotes: tuple[str, ...]
    paths: tuple[str, ...]


def run(report: list[str], format: str) -> int:
    """List what the checks find, report by report; fail where a check does."""
    names: list[str | None] = [*report] or [None]
    outlines = [outline(opened(name).report) for name in names]
    found = [finding for entries in outlines for finding in audit(entries)]
    write(Row._fields, map(_row, found), format)
    return FAILED if any(finding.verdict == "fails" for finding in found) else FINE


def _row(finding: Finding) -> Row:
    verdict = Marked(finding.verdict, VERDICTS[finding.verdict])
    return Row(finding.kind, verdict, finding.arithmetic, finding.quotes, (finding.path,))
