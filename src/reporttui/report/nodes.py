"""YAML bytes → a tree of nodes that know their line and column.

Built from PyYAML's events and not from its composer: events come one by one, so that an alias,
a tag or a nesting too deep is refused before anything is expanded or called.
"""

from __future__ import annotations

from typing import NamedTuple, cast

from reporttui.report.files import decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, Literal

    import yaml

    from reporttui.report.problems import Problems

    Kind = Literal["text", "list", "mapping", "refused"]

MAX_DEPTH = 64
"""Levels of lists and mappings; a report of 24 outline levels needs 51."""

MAX_NODES = 400_000
"""Values and keys in a file; a report of 10,000 metrics has 130,000. Each costs memory."""

UNWRITABLE = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
"""What may stand in a file only as an escape, as the inside of a character class.

The control characters and noncharacters that YAML 1.2 §5.1 forbids, and those that it allows but
readers do not agree about: two that YAML 1.1 §4.2 takes for line breaks, and the byte order mark.
"""

_NULLS = ("", "~", "null", "Null", "NULL")
_GUESSES = {"bool": "true/false", "float": "number", "int": "number", "timestamp": "date"}


class Node(NamedTuple):
    """A value in the file.

    Attributes:
        kind: What it is; `refused` is an alias, whose problem has been noted.
        value: Text, a list of nodes, or a list of (key, value) pairs of nodes.
        line: 1-based.
        column: 1-based, in code points.
        plain: Whether a text stands neither between quotes nor in a block.
    """

    kind: Kind
    value: Any
    line: int
    column: int
    plain: bool = False

    @property
    def what(self) -> str:
        """What it is to an ordinary YAML loader: its kind, or what its text is taken for."""
        if not self.plain:
            return self.kind
        return "empty" if self.value in _NULLS else _guess(self.value)


def _guess(text: str) -> str:
    import yaml

    for tag, pattern in yaml.SafeLoader.yaml_implicit_resolvers.get(text[:1], ()):
        if pattern.match(text):
            return _GUESSES.get(tag.rpartition(":")[2], "text")
    return "text"


def parse(data: bytes, problems: Problems) -> Node:
    """Read YAML into nodes, noting what is wrong but leaves a tree: tags, anchors, aliases.

    Raises:
        BadReport: When there is no tree: wrong encoding, control characters, syntax, too deep.
    """
    text = decoded(data)
    _refuse_unwritable(text, problems)
    tree = _Tree(problems)
    _grow(tree, text, problems)
    if tree.root is None or tree.root.what == "empty":
        problems.note("file-empty", 1, 1)
        raise problems.failure()
    return tree.root


def _refuse_unwritable(text: str, problems: Problems) -> None:
    import re

    for match in re.finditer(f"[{UNWRITABLE}]", text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        problems.note("control-character", line, column, codepoint=f"U+{ord(match[0]):04X}")
    if problems:
        raise problems.failure()


def _grow(tree: _Tree, text: str, problems: Problems) -> None:
    import yaml

    take: dict[type[yaml.Event], Callable[[Any], None]] = {
        yaml.DocumentStartEvent: tree.document,
        yaml.AliasEvent: tree.alias,
        yaml.ScalarEvent: tree.scalar,
        yaml.SequenceStartEvent: tree.sequence,
        yaml.MappingStartEvent: tree.mapping,
        yaml.SequenceEndEvent: tree.end,
        yaml.MappingEndEvent: tree.end,
    }
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if type(event) in take:
                take[type(event)](event)
            if tree.documents > 1:
                return
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if error.problem == "exceeded maximum nesting depth":  # LibYAML's own, of 1,000 levels.
            problems.note("yaml-too-deep", line, column, limit=MAX_DEPTH)
        else:
            problem = error.problem or str(error.context)
            problems.note("yaml-syntax", line, column, problem=problem)
        raise problems.failure() from None
    except (ValueError, OverflowError) as error:  # The pure Python loader's: "\\UFFFFFFFF".
        problems.note("yaml-syntax", 1, 1, problem=str(error))
        raise problems.failure() from None


class _Tree:
    """Grows from events, noting what is not allowed."""

    def __init__(self, problems: Problems) -> None:
        self.root: Node | None = None
        self.documents = 0
        self._problems = problems
        self._count = 0
        self._open: list[Node] = []
        self._keys: list[Node | None] = []

    def document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self._problems.note("yaml-many-documents", *_place(event))

    def alias(self, event: yaml.AliasEvent) -> None:
        place = _place(event)
        self._problems.note("yaml-alias", *place, name=event.anchor)
        self._add(Node("refused", "", *place))

    def scalar(self, event: yaml.ScalarEvent) -> None:
        place = _place(event)
        self._note_properties(event, place)
        self._add(Node("text", event.value, *place, not event.style))

    def sequence(self, event: yaml.SequenceStartEvent) -> None:
        self._enter("list", event)

    def mapping(self, event: yaml.MappingStartEvent) -> None:
        self._enter("mapping", event)

    def end(self, event: yaml.Event) -> None:
        self._open.pop()
        self._keys.pop()

    def _enter(self, kind: Kind, event: yaml.CollectionStartEvent) -> None:
        place = _place(event)
        self._note_properties(event, place)
        if len(self._open) == MAX_DEPTH:
            self._problems.note("yaml-too-deep", *place, limit=MAX_DEPTH)
            raise self._problems.failure()
        node = Node(kind, [], *place)
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _note_properties(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: tuple[int, int]
    ) -> None:
        if event.anchor:
            self._problems.note("yaml-anchor", *place, name=event.anchor)
        if event.tag:
            self._problems.note("yaml-tag", *place, tag=event.tag)

    def _add(self, node: Node) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            self._problems.note("yaml-too-many", node.line, node.column, limit=MAX_NODES)
            raise self._problems.failure()
        if not self._open:
            self.root = node
        elif self._open[-1].kind == "list":
            self._open[-1].value.append(node)
        elif (key := self._keys[-1]) is None:
            self._keys[-1] = node
        else:
            self._keys[-1] = None
            self._open[-1].value.append((key, node))


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = cast("yaml.Mark", event.start_mark)
    return mark.line + 1, mark.column + 1


def items(mapping: Node, problems: Problems) -> Iterator[tuple[Node, Node]]:
    """Yield the pairs of a mapping whose keys are text, each key once; note the others."""
    seen: set[str] = set()
    for key, value in mapping.value:
        if key.kind == "refused":
            continue
        if key.kind != "text":
            problems.note("yaml-key-not-text", key.line, key.column)
        elif key.value in seen:
            problems.note("yaml-duplicate-key", key.line, key.column, key=key.value)
        else:
            seen.add(key.value)
            yield key, value


def locate(root: Node, pointer: tuple[str | int, ...]) -> tuple[int, int]:
    """Return line and column of the node at `pointer`, or of the nearest one above it."""
    node = root
    for step in pointer:
        below = _below(node)
        if step not in below:
            break
        node = below[step]
    return node.line, node.column


def _below(node: Node) -> dict[str | int, Node]:
    if node.kind == "list":
        return dict(enumerate(node.value))
    return {key.value: value for key, value in node.value} if node.kind == "mapping" else {}
