"""The query language: what was typed → a tree, or the first mistake in it.

    query   = all { "|" all }
    all     = one { one }
    one     = "-" one | "(" query ")" | field | phrase | regex | word
    field   = NAME ":" value | "value" ( ">" | ">=" | "<" | "<=" | "=" ) value
    phrase  = '"' characters '"'
    regex   = "/" pattern "/"

Signs are read in both widths, fields in both languages.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reporttui.search.conditions import BadValueError, condition, guesses
from reporttui.search.fields import FIELDS, field_named
from reporttui.search.tree import Group, Not, Scoped, Term, group

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from reporttui.search.tree import Node

_SIGNS = str.maketrans("（）｜：＞＜＝－−／＂", '()|:><=--/"')
_CLOSING = {'"': '"', "“": "”“", "”": "”“", "「": "」"}
# A comparison may have a colon before it.
_NAMED = r"([A-Za-zＡ-Ｚａ-ｚ]+|[\u4e00-\u9fff]+)\s*(?::\s*(?=[><=≥≤]))?(>=|<=|[:><=≥≤])\s*"
_WORD = r'[^\s()|"“”「]+'
_INSIDE = r"(?s:(?:[^\\{0}]|\\.)*(?=[{0}]))"
_ESCAPED = r'\\(["＂“”「」\\])'
_PATTERN = r"(?s:(?:[^\\/]|\\.)*(?=/))"
_DEEPEST = 50


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


class Mistake(NamedTuple):
    """What is wrong in a query, as a code with values, for a floor above to say.

    Attributes:
        code: The kind of mistake.
        values: What the sentence about it needs.
        start: Where it stands in the query, in code points.
        end: Where that ends.
    """

    code: str
    values: dict[str, object]
    start: int
    end: int


class _WrongError(Exception):
    """Carries a mistake out of the parser."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.code)
        self.mistake = mistake


def read(source: str) -> Node | Mistake | None:
    """Read a query. Never fails.

    Returns:
        Its tree, None for an empty one, or the first mistake.
    """
    try:
        return _Parser(source).query()
    except _WrongError as wrong:
        return wrong.mistake


class _Parser:
    """Reads a query from left to right."""

    def __init__(self, source: str) -> None:
        self._source = source
        # Of the same length, so that places are the same in both.
        self._signs = source.translate(_SIGNS)
        self._at = 0
        self._depth = 0
        self._open = 0

    # Where the parser is.

    def _skip_spaces(self) -> None:
        while self._source[self._at : self._at + 1].isspace():
            self._at += 1

    def _next(self) -> str:
        """Return the sign that comes next; empty at the end."""
        self._skip_spaces()
        return self._signs[self._at : self._at + 1]

    def _wrong(self, code: str, start: int, end: int | None = None, **values: object) -> NoReturn:
        at = len(self._source) if end is None else end
        raise _WrongError(Mistake(code, values, start, max(at, start + 1)))

    # Groups.

    def query(self) -> Node | None:
        """Read all of it."""
        if not self._next():
            return None
        node = self._any()
        if self._next():
            self._wrong("query-closed-too-often", self._at, self._at + 1)
        return node

    def _any(self) -> Node:
        nodes = [self._all()]
        while self._next() == "|":
            self._at += 1
            nodes.append(self._all())
        return group("or", nodes)

    def _all(self) -> Node:
        nodes = []
        while self._next() not in ("", "|", ")"):
            nodes.append(self._one())
        if not nodes:
            is_lone = self._next() == ")" and not self._open
            code = "query-closed-too-often" if is_lone else "query-expected-term"
            self._wrong(code, self._at, self._at + 1)
        return group("and", nodes)

    def _one(self) -> Node:
        start, sign = self._at, self._next()
        self._depth += 1
        if self._depth > _DEEPEST:
            self._wrong("query-too-deep", start, start + 1)
        node = self._signed(sign) or self._field() or self._word()
        self._depth -= 1
        return node

    def _signed(self, sign: str) -> Node | None:
        """Read what begins with a sign."""
        start = self._at
        if sign in _CLOSING:
            return Term(self._phrase())
        if sign not in ("-", "(", "/"):
            return None
        self._at += 1
        if sign == "-":
            if self._at == len(self._source) or self._source[self._at].isspace():
                self._wrong("query-nothing-left-out", start, self._at)
            return Not(self._one())
        if sign == "/":
            return Term(self._pattern(), is_regex=True)
        self._open += 1
        node = self._any()
        if self._next() != ")":
            self._wrong("query-not-closed", start, start + 1, sign=")")
        self._at += 1
        self._open -= 1
        return node

    # Terms.

    def _word(self) -> Term:
        word = _compiled(_WORD).match(self._signs, self._at)
        if not word:
            self._wrong("query-expected-term", self._at, self._at + 1)
        self._at = word.end()
        return Term(self._source[word.start() : word.end()])

    def _phrase(self) -> str:
        start = self._at
        inside = _compiled(_INSIDE.format(_CLOSING[self._signs[start]]))
        found = inside.match(self._signs, start + 1)
        if not found:
            self._wrong("query-not-closed", start, start + 1, sign=_CLOSING[self._signs[start]][0])
        self._at = found.end() + 1
        raw = self._source[start + 1 : found.end()]
        text = " ".join(re.sub(_ESCAPED, r"\1", raw).split())
        if not text:
            self._wrong("query-empty-phrase", start, self._at)
        return text

    def _pattern(self) -> str:
        from reporttui.search.patterns import BadPatternError, compiled

        start = self._at
        found = _compiled(_PATTERN).match(self._signs, start)
        if not found:
            self._wrong("query-not-closed", start - 1, start, sign="/")
        self._at = found.end() + 1
        pattern = self._source[start : found.end()]
        if not pattern:
            self._wrong("query-empty-pattern", start - 1, self._at)
        try:
            compiled(pattern)
        except BadPatternError as bad:
            at = start + min(bad.position or 0, len(pattern) - 1)
            self._wrong("query-large-pattern" if bad.is_large else "query-bad-pattern", at, at + 1)
        return pattern

    # Fields.

    def _field(self) -> Node | None:
        start = self._at
        named = _compiled(_NAMED).match(self._signs, start)
        field = field_named(named[1]) if named else None
        if not named or (field != "value" and named[2] != ":"):
            return None
        if field is None:
            if named[1].isascii() and named.end(1) == named.start(2):
                self._wrong("query-unknown-field", start, named.end(1), **guesses(named[1], FIELDS))
            return None
        self._at = named.end()
        if self._next() in ("", "|", ")"):
            self._wrong("query-field-without-value", start, self._at, field=named[1])
        if field in ("title", "name"):
            return self._scoped(field)
        return self._conditions(field, named[2])

    def _scoped(self, field: str) -> Scoped:
        start = self._at
        node = self._one()
        if not _only_terms(node):
            self._wrong("query-field-of-words", start, self._at, field=field)
        return Scoped(field, node)

    def _conditions(self, field: str, operator: str) -> Node:
        """Read the value of a field, or several between parentheses of which one will do."""
        start = self._at
        if self._next() != "(":
            return self._condition(field, operator)
        self._at += 1
        nodes: list[Node] = []
        while (sign := self._next()) != ")":
            if sign == "":
                self._wrong("query-not-closed", start, start + 1, sign=")")
            if sign == "|":
                self._at += 1
            nodes.append(self._condition(field, operator))
        self._at += 1
        if not nodes:
            self._wrong("query-field-without-value", start, self._at, field=field)
        return group("or", nodes)

    def _condition(self, field: str, operator: str) -> Node:
        quoted = self._next() in _CLOSING
        start = self._at
        text = self._phrase() if quoted else self._word().text
        try:
            return condition(field, operator, text)
        except BadValueError as bad:
            self._wrong(bad.code, start, self._at, **bad.values)


def _only_terms(node: Node) -> bool:
    if isinstance(node, Group):
        return all(map(_only_terms, node.nodes))
    return isinstance(node, Term) or (isinstance(node, Not) and _only_terms(node.node))
