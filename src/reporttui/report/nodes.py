"""YAML bytes → a tree of nodes that know their line and column.

Built from PyYAML's events and not from its composer: events come one by one, so that an alias,
a tag or a nesting too deep is refused before anything is expanded or called.
"""

from __future__ import annotations

from typing import NamedTuple

from reporttui.report.model import BadReport, Problem
from reporttui.text.decoding import WrongEncoding, decode_utf8

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Literal

MAX_DEPTH = 64
"""Levels of lists and mappings; a report of 24 outline levels needs 50."""


class Node(NamedTuple):
    """A value in the file.

    Attributes:
        kind: What it is.
        value: Text, a list of nodes, or a list of (key, value) pairs of nodes.
        line: 1-based.
        column: 1-based, in code points.
        plain: Whether a scalar stands without quotes.
    """

    kind: Literal["text", "list", "mapping"]
    value: Any
    line: int
    column: int
    plain: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was written: `title:` and the like."""
        return self.kind == "text" and self.plain and self.value in ("", "~", "null")


def parse(data: bytes) -> tuple[Node, list[Problem]]:
    """Read YAML into nodes.

    Returns:
        The root, and what is wrong but left a tree to look at: tags, anchors, duplicate keys.

    Raises:
        BadReport: When there is no tree: wrong encoding, control characters, syntax, aliases,
            too deep.
    """
    text = _decode(data)
    problems = _control_characters(text)
    if problems:
        raise BadReport(problems)
    builder = _Builder()
    _run(builder, text)
    if builder.fatal or builder.root is None:
        raise BadReport(builder.problems or [Problem("file-empty", {}, 1, 1)])
    return builder.root, builder.problems


def _decode(data: bytes) -> str:
    try:
        return decode_utf8(data).text
    except WrongEncoding as wrong:
        code, values = "wrong-encoding", {"byte": f"0x{wrong.byte:02X}"}
        if wrong.guess:
            code, values = "wrong-encoding-guess", {"guess": wrong.guess}
        raise BadReport([Problem(code, dict(values), wrong.line, wrong.column)]) from None


def _control_characters(text: str) -> list[Problem]:
    """Find raw C0 and C1 controls, which YAML 1.2 §5.1 does not allow in a file."""
    import re

    bad = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
    found = []
    for match in bad.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        found.append(
            Problem(
                "control-character",
                {"codepoint": f"U+{ord(match[0]):04X}"},
                text.count("\n", 0, match.start()) + 1,
                match.start() - start + 1,
            )
        )
        if len(found) == 100:  # A binary file: the first hundred say enough.
            break
    return found


def _run(builder: _Builder, text: str) -> None:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
            if builder.fatal:
                return
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        builder.fail("yaml-syntax", line, column, problem=error.problem or str(error.context))
    except yaml.YAMLError as error:
        builder.fail("yaml-syntax", 1, 1, problem=str(error).splitlines()[0])


class _Builder:
    """Turns events into nodes, noting what is not allowed."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.fatal = False
        self._open: list[Node] = []
        self._pending_keys: list[Node | None] = []
        self._documents = 0

    def fail(self, code: str, line: int, column: int, **values: object) -> None:
        self.problems.append(Problem(code, values, line, column))
        self.fatal = True

    def take(self, event: Any) -> None:
        name = type(event).__name__
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if name == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                self.fail("yaml-many-documents", line, column)
        elif name == "AliasEvent":
            self.fail("yaml-alias", line, column, name=event.anchor)
        elif name == "ScalarEvent":
            self._note_properties(event, line, column)
            plain = event.style is None
            self._add(Node("text", event.value, line, column, plain))
        elif name in ("SequenceStartEvent", "MappingStartEvent"):
            self._note_properties(event, line, column)
            self._enter("list" if name[0] == "S" else "mapping", line, column)
        elif name in ("SequenceEndEvent", "MappingEndEvent"):
            self._open.pop()
            self._pending_keys.pop()

    def _note_properties(self, event: Any, line: int, column: int) -> None:
        if event.anchor:
            self.problems.append(Problem("yaml-anchor", {"name": event.anchor}, line, column))
        if event.tag:
            self.problems.append(Problem("yaml-tag", {"tag": event.tag}, line, column))

    def _enter(self, kind: Literal["list", "mapping"], line: int, column: int) -> None:
        node = Node(kind, [], line, column)
        self._add(node)
        self._open.append(node)
        self._pending_keys.append(None)
        if len(self._open) > MAX_DEPTH:
            self.fail("yaml-too-deep", line, column, limit=MAX_DEPTH)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
        elif self._open[-1].kind == "list":
            self._open[-1].value.append(node)
        elif self._pending_keys[-1] is None:
            self._pending_keys[-1] = node
        else:
            key, self._pending_keys[-1] = self._pending_keys[-1], None
            self._open[-1].value.append((key, node))


def items(mapping: Node, problems: list[Problem]) -> Iterator[tuple[Node, Node]]:
    """Yield the pairs of a mapping whose keys are text, each key once; note the others."""
    seen: set[str] = set()
    for key, value in mapping.value:
        if key.kind != "text":
            problems.append(Problem("yaml-key-not-text", {}, key.line, key.column))
        elif key.value in seen:
            problems.append(
                Problem("yaml-duplicate-key", {"key": key.value}, key.line, key.column)
            )
        else:
            seen.add(key.value)
            yield key, value


def locate(root: Node, pointer: tuple[str | int, ...]) -> tuple[int, int]:
    """Return line and column of the node at `pointer`, or of the nearest one above it."""
    node = root
    for step in pointer:
        if isinstance(step, int):
            if node.kind != "list" or step >= len(node.value):
                break
            node = node.value[step]
        else:
            below = [value for key, value in node.value if key.value == step]
            if not below:
                break
            node = below[0]
    return node.line, node.column
