"""One pass over a text: every number in it, with its unit, or why it is no figure."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from reporttui.figures.bounds import bound_after, bound_before
from reporttui.figures.numerals import TOKEN, scale_of, value_of
from reporttui.figures.readings import unit_at
from reporttui.figures.rejections import (
    IDIOM_UNITS,
    NO_MEASURE_AFTER,
    REJECTIONS,
    SLOGANS,
)
from reporttui.figures.values import Value, read
from reporttui.figures.wording import RANKED

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_ASCII = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


class Number(NamedTuple):
    """A number with its unit.

    Attributes:
        start: Where it begins, in code points: at its sign or 百分之.
        number_end: Where its digits and multipliers end.
        end: Where its unit ends.
        value: What it says.
        unit: Without multiplier.
        scale: What its last 万 and 亿 multiply by.
        percent: Whether 百分之 stands before it.
        sign: -1 behind a printed minus, else 0.
        bare: Whether it is a multiplier alone, as in 上千.
        kind: As in `report.model.KINDS`, where its form alone tells.
    """

    start: int
    number_end: int
    end: int
    value: Value
    unit: str
    scale: int = 1
    percent: bool = False
    sign: int = 0
    bare: bool = False
    kind: str = ""


class Rejected(NamedTuple):
    """A number that is no figure: code points `start` to `end`, and why."""

    start: int
    end: int
    reason: str


_TRIGGER = (
    "[-−－0-9０-９零〇○一二三四五六七八九十百千万萬亿億两兩数數几幾半翻首"
    '第“"《〔［【（(「『其周星礼A-Za-z]'
)
"""What any of the forms begins with, so that the pass stops nowhere else."""

_ONE_BY_ONE = "[0-9](?: [0-9])*+"
_SPACED = (
    f"(?<![0-9.．])[0-9](?:(?: [0-9])++(?: ?[.．] ?{_ONE_BY_ONE})?+| [.．] ?{_ONE_BY_ONE})(?![0-9])"
    "|(?<![0-9.．])[0-9]{1,3}(?: [0-9]{3})++(?![0-9])"
)
"""Digits that spaces have broken, 1 9 9 8 and 7 ．6, or parted by thousands, 1 200."""

_RUN = (
    f"(?:{_SPACED}|[数數几幾](?=[十百千万萬亿億])|(?<=十)[几幾]|{TOKEN}"
    "|(?<=[0-9０-９]) (?=[万亿]))++[余餘多]?"
)
_FRACTION = (
    "(?P<whole>[0-9０-９一二三四五六七八九十]+)分之(?P<part>[0-9０-９一二三四五六七八九十两]+)"
)
_SLASH = "(?<![0-9./])(?P<over>[1-9]\\d?)/(?P<under>[1-9]\\d?)(?![0-9/])"
_RATIO = "(?P<ratio>[0-9]+(?:[.．][0-9]+)?(?:[:：∶︰][0-9]+(?:[.．][0-9]+)?)+)"
_TIMES = "(?P<times>翻了?(?P<twice>[一二两三四])?番)"
_HALF = "(?P<half>一半)"
_TOP = "(?P<top>(?:(?<=[居列])|(?<=[居列]全[国省市区县州])|(?<=[居列]世界)|(?<=[居列]全球))首位)"
_NO_SIGN_BEHIND = "[0-9０-９%％A-Za-z一二三四五六七八九十〉》）)—–~～－年月日元-]"
_NUMERAL = f"(?P<sign>(?<!{_NO_SIGN_BEHIND})[-−－])?(?P<per>[百千万]分之)?(?P<run>{_RUN})"


@cache
def _scanner() -> re.Pattern[str]:
    import re

    rejections = "|".join(f"(?P<r{n}>{form})" for n, (_, form) in enumerate(REJECTIONS))
    numerals = "|".join((_TIMES, _HALF, _TOP, _FRACTION, _SLASH, _RATIO, _NUMERAL))
    return re.compile(f"(?={_TRIGGER})(?:{rejections}|{numerals})")


_NUMERIC = frozenset("0123456789０１２３４５６７８９零〇○一二三四五六七八九十百千万亿两")


def scan(text: str) -> tuple[list[Number], list[Rejected]]:
    """Find every number of a text; see `extraction.extract`."""
    numbers: list[Number] = []
    rejected: list[Rejected] = []
    for match in _scanner().finditer(text):
        kind = match.lastgroup or ""
        found: Number | str
        if match["run"]:
            found = _numeral(text, match)
        elif kind[0] == "r" and kind[1:].isdigit():
            reason = REJECTIONS[int(kind[1:])][0]
            if _NUMERIC.isdisjoint(match[0]):
                continue
            found = (_rank(text, match) or reason) if reason == "rank or ordinal" else reason
        else:
            found = _special(text, match)
        if numbers and match.start() < numbers[-1].end:
            continue  # the five of 七成五
        if isinstance(found, str):
            rejected.append(Rejected(match.start(), match.end(), found))
        else:
            numbers.append(found)
    return numbers, rejected


def _special(text: str, match: re.Match[str]) -> Number:
    """Read 翻两番, 首位, 一半, 三分之一, 1/3 and 12:45:43."""
    start, end = match.span()
    if match["times"]:
        twice = value_of(match["twice"] or "一") or Decimal(1)
        return Number(start, end, end, Value(2 ** int(twice) * Decimal(1)), "倍", kind="change")
    if match["top"]:
        return Number(start, end, end, Value(Decimal(1)), "位", kind="rank")
    if match["half"]:
        return Number(start, end, end, Value(Decimal(50)), "%", kind="ratio")
    if match["ratio"]:
        return Number(start, end, end, Value(None), "", kind="ratio")
    over = value_of(match["part"] or match["over"])
    under = value_of(match["whole"] or match["under"])
    share = round(over / under * 100, 1) if over and under else None
    return Number(start, end, end, Value(share), "%", kind="ratio")


_AFTER_RANK = "位名，。；、）)的,;大\n"


def _rank(text: str, match: re.Match[str]) -> Number | None:
    """Read 第3位 and 全省第一; None where it only counts in order, as 第三方 and 第一书记."""
    value = value_of(match[0][1:])
    after = text[match.end() : match.end() + 1]
    back = 16 if after in ("位", "名") else 6
    before = text[max(0, match.start() - back) : match.start()]
    ranked = any(word in before for word in RANKED.split())
    if value is None or not ranked or after not in _AFTER_RANK:
        return None
    end = match.end() + (after in ("位", "名"))
    unit = text[match.end() : end]
    return Number(match.start(), match.end(), end, Value(value), unit, kind="rank")


@cache
def _slogans() -> dict[str, list[str]]:
    by_first: dict[str, list[str]] = {}
    for slogan in SLOGANS.split():
        by_first.setdefault(slogan[0], []).append(slogan)
    return by_first


_LONGEST_CELL = 11
"""Digits in a row; more are cells of a table that have lost what stood between them."""

_LEAST_LINE = 15


def _unit(text: str, at: int) -> tuple[str, int]:
    """Return the unit at a place, also of two parts, or behind the break of a long line."""
    if text[at : at + 1] == "\n" and "\n" not in text[max(0, at - _LEAST_LINE) : at]:
        unit, end = unit_at(text, at + 1, "")
        return (unit, end) if end > at + 1 else ("", at)
    unit, end = unit_at(text, at, "")
    if unit and text[end : end + 1] == "/" and "/" not in unit:
        large = text[end + 1 : end + 2] in ("万", "亿")
        per, behind = unit_at(text, end + 1 + large, "")
        if per:
            return f"{unit}{text[end:behind]}", behind
    return unit, end


_PERIOD_BEFORE = (
    "近",
    "过去",
    "今后",
    "未来",
    "这",
    "前",
    "后",
    "最近",
    "头",
    "每",
    "往后",
    "再过",
    "本届",
    "上",
)
_PERIOD_AFTER = ("来", "内", "间", "后", "前", "以来", "期间", "多来", "里", "中", "之")
_HAN_DIGITS = frozenset("一二两三四五六七八九十")


def _numeral(text: str, match: re.Match[str]) -> Number | str:
    """Read a number with its unit, or say why it is no figure."""
    start, run, end = match.start(), match["run"], match.end()
    arabic = any(char in "0123456789０１２３４５６７８９" for char in run)
    at = match.start("run")
    if not arabic:
        for slogan in _slogans().get(run[0], ()):
            if text.startswith(slogan, at):
                return "slogan or idiom"
    value, bare = read(run), False
    if value is None and not arabic and set(run) <= set("百千万萬亿億"):
        value, bare = read(f"1{run}"), True
    if value is None and arabic:  # 9万亿三个 is a number and then another.
        run = run.rstrip("零〇一二三四五六七八九十两")
        value, end = read(run), at + len(run)
    if value is None:
        return "not well formed"
    if arabic and len(run) > _LONGEST_CELL and run.isdecimal():
        return "glued"
    unit, unit_end = _unit(text, end)
    if unit.isascii() and unit.isalnum() and text[unit_end : unit_end + 1].isalnum():
        unit, unit_end = "", end  # the beginning of a name with a number in it
    sign = -1 if match["sign"] else 0
    scale = scale_of(run)
    if match["per"]:
        unit = {"百": "%", "千": "‰", "万": "‱"}[match["per"][0]]
        return Number(start, end, end, value, unit, scale, percent=True, sign=sign)
    if unit and text[unit_end : unit_end + 1] and not match["per"]:
        follows = NO_MEASURE_AFTER.get(unit, "")
        if text[unit_end] in follows:
            unit, unit_end = "", end
    if unit == "成":
        tens = [each * 10 if each is not None else None for each in value[:3]]
        value = Value(tens[0], tens[1], tens[2], value.over)
        tenth = text[unit_end : unit_end + 1]
        if tenth in _HAN_DIGITS and value.value is not None and tenth:
            more = value_of(tenth)
            if more is not None and text[unit_end + 1 : unit_end + 2] in ("", *"，。、；的以左"):
                value, unit_end = value._replace(value=value.value + more), unit_end + 1
        unit = "%"
    if reason := _reason(text, match, value, unit, unit_end, arabic=arabic, bare=bare):
        return reason
    return Number(start, end, unit_end, value, unit, scale, sign=sign, bare=bare)


def _reason(
    text: str, match: re.Match[str], value: Value, unit: str, end: int, *, arabic: bool, bare: bool
) -> str:
    """Say why a number is no figure; empty for a figure."""
    run, at = match["run"], match.start("run")
    before, after = text[max(0, at - 2) : at], text[end : end + 2]
    if unit in ("年", "个月", "月", "天", "周") and (
        before.endswith(_PERIOD_BEFORE) or after.startswith(_PERIOD_AFTER)
    ):
        return "period"
    if arabic:
        is_year = len(run) == 4 and value.value is not None and 1900 <= value.value <= 2099
        return "date" if is_year and not unit else ""
    if bare:
        bounded = text[at - 1 : at] in ("上", "超", "近", "过", "破", "逾", "达", "约")
        bounded = bounded or bool(bound_after(text, end)[1] or bound_before(text, at)[1])
        return "" if unit and bounded else "word"
    if not unit:
        least = value.low if value.value is None else value.value
        large = least is not None and least >= 1000 and len(run) > 2
        return "" if large and run[-1] in "万亿萬億余多" else "word"
    if run == "一" and unit in IDIOM_UNITS.split():
        return "idiom"
    if unit in ("点", "分", "度", "面", "级", "层", "口", "步") and len(run) == 1:
        return "idiom"
    return ""
