"""What a figure is of: its kind, its subject and its period, from the words of its sentence."""

from __future__ import annotations

from functools import cache

from reporttui.figures.units import AMOUNTS, DURATIONS
from reporttui.figures.wording import (
    CHANGES,
    COMPARISONS,
    COUNTED_ENDS,
    LEADING,
    LIST,
    ONE_LETTER,
    PERIODS,
    TRAILING,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from reporttui.figures.figure import Figure

_CLAUSE_ENDS = "，,。；;：:、（()）\n！？!?—"
_SENTENCE_ENDS = "。！？!?\n"
_LONGEST_SUBJECT = 28
_LONGEST_CHANGE = 8
_AROUND = "“”\"'《》 \u3000"
_SHORT = 4
"""Words so few say only in what respect: 产量, 每人. Of what was said before."""

_LONGEST_NOUN = 14


@cache
def _pattern(source: str) -> re.Pattern[str]:
    import re

    return re.compile(source)


@cache
def _any_of(words: str) -> str:
    """Return a form for any of some words, the longest first."""
    return "|".join(sorted(words.split(), key=len, reverse=True))


def described(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Give figures, in order, their kind, subject and period."""
    found: list[Figure] = []
    sentence, end, spoken = -1, 0, _Spoken()
    for number, figure in enumerate(figures):
        start = _sentence_start(text, figure.start, sentence)
        if start != sentence:
            sentence, spoken = start, _Spoken()
        after = figures[number + 1].start if number + 1 < len(figures) else len(text)
        gap = text[max(sentence, end) : figure.start]
        words, change = _before(gap)
        subject = spoken.subject(gap, words, change, _counted(text, figure, after))
        period = _period(text, sentence, figure.start)
        kind = _kind(figure, change, leads=gap.endswith(("到", "至", "为", "到了")))
        if (
            kind == "ratio"
            and found
            and found[-1].kind == "change"
            and figure.unit == found[-1].unit
        ):
            kind = "change" if _pattern(LIST).fullmatch(text, end, figure.start) else kind
        found.append(figure._replace(kind=kind, subject=subject, period=period))
        end = figure.end
    return found


class _Spoken:
    """What a sentence has spoken of so far."""

    def __init__(self) -> None:
        self._topic = ""
        self._whole = ""
        self._bracket = False
        self._change = ""

    def subject(self, gap: str, words: str, change: str, noun: str) -> str:
        """Return the subject of the next figure.

        Args:
            gap: All between it and the figure before.
            words: What of that tells something.
            change: The verb of change before it.
            noun: What stands behind it.
        """
        if self._bracket and _pattern("[)）]").search(gap):
            self._whole, self._bracket = "", False
        opens = _pattern("[（(][^)）]*$").search(gap)
        if opens or "其中" in gap or "包括" in gap:
            self._whole, self._bracket = self._topic, bool(opens)
        if self._whole:
            return self._whole + words + change + noun
        if _pattern(LIST).fullmatch(gap):
            return self._topic + self._change + noun
        self._change = change
        if len(words) < _SHORT and not (words and noun):
            return self._topic + words + change + noun
        self._topic = words if noun in words else words + noun
        return words + change + noun


def _sentence_start(text: str, at: int, known: int) -> int:
    begin = max(known, at - 400, 0)
    return max(begin, *(text.rfind(sign, begin, at) + 1 for sign in _SENTENCE_ENDS))


def _before(clause: str) -> tuple[str, str]:
    """Return the words before a figure that tell something, and the verb of change."""
    change = ""
    form = f"(?:{_any_of(CHANGES)})(?:了|到|至|为|幅度?|达到?|约|近|超过?)*[^一-龥]*$"
    found = _pattern(form).search(clause)
    if found and len(clause) - found.start() <= _LONGEST_CHANGE:
        change = _pattern("(?:[^一-龥]|[了到至为达约近超过])+$").sub("", found[0])
        clause = clause[: found.start()]
    words = ""
    for part in reversed(_pattern(f"[{_CLAUSE_ENDS}]").split(clause)):
        words = _cleaned(part)[-_LONGEST_SUBJECT + len(words) :] + words
        if len(words) >= _SHORT:
            break
    return words, change


def _cleaned(words: str) -> str:
    """Take away what tells nothing: comparisons, connectives, and verbs such as 达到."""
    words = _pattern(f"^\\s*[0-9]{{1,2}}[.．、]|{COMPARISONS}").sub("", words)
    before = None
    while before != words:
        before = words
        words = _pattern(f"(?:{_any_of(TRAILING)})$").sub("", words.strip(_AROUND))
        words = _pattern(f"^(?:{_any_of(LEADING)}|{ONE_LETTER}|{PERIODS})|(?:{PERIODS})$").sub(
            "", words
        )
    return words


def _counted(text: str, figure: Figure, end: int) -> str:
    """Return the thing counted that stands behind a figure: 部门 of 46个部门."""
    shares = figure.unit in ("%", "‰", "百分点", "元", "倍")
    if shares and text[figure.end : figure.end + 1] != "的":
        return ""
    behind = text[figure.end : min(end, figure.end + _LONGEST_NOUN)].removeprefix("的")
    noun = _pattern(f"[^一-龥A-Za-z“”]|{COUNTED_ENDS}").split(behind.lstrip("“"), maxsplit=1)[0]
    return noun.strip("“”")


@cache
def _units() -> dict[str, str]:
    kinds = dict.fromkeys(AMOUNTS.split(), "amount")
    return kinds | dict.fromkeys(DURATIONS.split(), "duration")


def _kind(figure: Figure, change: str, *, leads: bool) -> str:
    if figure.kind:
        return figure.kind
    if figure.unit == "百分点" or (change and not leads and figure.unit in ("%", "‰", "倍")):
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
        if text[match.start() - 1 : match.start()] not in ("比", "较", "自", "由", "从", "是"):
            found = match[0]
    return found
