"""What a figure is of: its kind, its subject and its period, from the words of its sentence."""

from __future__ import annotations

from functools import cache

from reporttui.figures.units import AMOUNTS, DURATIONS
from reporttui.figures.wording import (
    CHANGES,
    COMPARISONS,
    COUNTED_ENDS,
    LEADING,
    PERIODS,
    TRAILING,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from reporttui.figures.extraction import Figure
    from reporttui.figures.scanning import Rejected

_CLAUSE_ENDS = "，,。；;：:、（()）\n！？!?—"
_SENTENCE_ENDS = "。！？!?\n"
_LONGEST_SUBJECT = 28
_LONGEST_NOUN = 14


@cache
def _pattern(source: str) -> re.Pattern[str]:
    import re

    return re.compile(source)


@cache
def _any_of(words: str) -> str:
    """Return a form for any of some words, the longest first."""
    return "|".join(sorted(words.split(), key=len, reverse=True))


def described(
    text: str, figures: Sequence[Figure], rejected: Sequence[Rejected]
) -> list[Figure]:
    """Give figures their kind, subject and period.

    Args:
        text: Prose.
        figures: Its figures in order.
        rejected: Its other numbers in order: dates among them are periods.
    """
    del rejected
    found: list[Figure] = []
    sentence, topic, said = -1, "", ""
    end = 0
    for number, figure in enumerate(figures):
        start = _sentence_start(text, figure.start, sentence)
        if start != sentence:
            sentence, topic, said = start, "", ""
        if figure.start < end:  # cannot be, but a subject must not run backwards
            continue
        after = figures[number + 1].start if number + 1 < len(figures) else len(text)
        own, change, ends_list = _before(text, max(sentence, end), figure.start)
        noun = _counted(text, figure, after)
        kind = _kind(figure, change)
        if own and not (ends_list and len(own) < 2):
            topic = own
        elif not change and said and not noun:
            own = said
        else:
            own = own or topic
        subject = (own or topic) + change + noun
        said = own + change
        period = _period(text, sentence, figure.start)
        end = figure.end
        found.append(figure._replace(kind=kind, subject=subject, period=period))
    return found


def _sentence_start(text: str, at: int, known: int) -> int:
    begin = max(known, at - 400, 0)
    return max(begin, *(text.rfind(sign, begin, at) + 1 for sign in _SENTENCE_ENDS))


def _before(text: str, begin: int, end: int) -> tuple[str, str, bool]:
    """Return the topic before a figure, its verb of change, and whether the topic is cut short."""
    clause = text[begin:end]
    change = ""
    found = _pattern(f"(?:{_any_of(CHANGES)})(?:了|到|至|为|幅度?|达到?|约|近|超过?|率)*[^一-龥]*$").search(clause)
    if found and end - begin - found.start() <= 8:
        change = _pattern("[^一-龥]|[了到至为达约近超过]+$").sub("", found[0])
        clause = clause[: found.start()]
    parts = [part for part in _pattern(f"[{_CLAUSE_ENDS}]").split(clause)]
    last = parts.pop() if parts else ""
    topic = _cleaned(last)
    while not topic and parts:
        last = parts.pop()
        topic = _cleaned(last)
        if not change and topic:
            break
    return topic[-_LONGEST_SUBJECT:], change, last != clause


def _cleaned(words: str) -> str:
    """Take away what tells nothing: comparisons, connectives, and verbs such as 达到."""
    words = _pattern(f"(?:{COMPARISONS})").sub("", words)
    before = None
    while before != words:
        before = words
        words = _pattern(f"(?:{_any_of(TRAILING)})$").sub("", words.strip("“”\"'《》 \u3000 "))
        words = _pattern(f"^(?:{_any_of(LEADING)}|{PERIODS})").sub("", words)
    return words


def _counted(text: str, figure: Figure, end: int) -> str:
    """Return the thing counted that stands behind a figure: 部门 of 46个部门."""
    if figure.unit in ("%", "‰", "百分点", "元", "倍") or figure.bound in ("at_most",):
        return ""
    behind = text[figure.end : min(end, figure.end + _LONGEST_NOUN)]
    noun = _pattern(f"[^一-龥A-Za-z“”]|{COUNTED_ENDS}").split(behind.lstrip("“"), maxsplit=1)[0]
    return noun.strip("“”")


@cache
def _units() -> dict[str, str]:
    kinds = dict.fromkeys(AMOUNTS.split(), "amount")
    return kinds | dict.fromkeys(DURATIONS.split(), "duration")


def _kind(figure: Figure, change: str) -> str:
    if figure.kind:
        return figure.kind
    if figure.unit == "百分点" or (change and figure.unit in ("%", "‰", "倍")):
        return "change"
    if figure.unit in ("%", "‰", "倍", "") and (figure.unit or figure.value is None):
        return "ratio"
    if "/" in figure.unit:
        return "ratio"
    return _units().get(figure.unit, "count")


def _period(text: str, sentence: int, end: int) -> str:
    """Return the last time that the sentence names before a figure, unless it is compared with."""
    found = ""
    for match in _pattern(PERIODS).finditer(text, sentence, end):
        if text[match.start() - 1 : match.start()] not in ("比", "较", "自", "由", "从"):
            found = match[0]
    return found
