"""Numerals in Chinese prose: Arabic digits of both widths, Chinese numerals, multipliers.

A small reader: enough to say what number a quote holds. What can be read in two ways is not read.
Whether a number is a statistical figure at all is decided elsewhere.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import takewhile
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_WIDTHS = str.maketrans("０１２３４５６７８９．", "0123456789.", ",，")
_DIGITS = dict(zip("零一二三四五六七八九〇○两兩", (*range(10), 0, 0, 2, 2), strict=True))
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_TIMES = {**_SMALL, **_LARGE}
_VAGUE = "余餘多"
_POINT = "点點"
_YEAR = 4
"""Chinese digits in a row that are read by place: 一九八〇. But 七八个 means seven or eight."""

_LONGEST = 20
"""Digits, or tokens, of the longest number that is read."""

_NUMBER = "[0-9０-９]++(?:[.．][0-9０-９]++)?"
_GROUPED = "[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})++(?![0-9０-９])(?:[.．][0-9０-９]++)?"
_HAN = "[零〇○一二三四五六七八九两兩十万萬亿億]"
_ANY = f"[0-9０-９.．百千{_HAN[1:-1]}]"
TOKEN = (
    f"(?:{_GROUPED}|{_NUMBER}|{_HAN}"
    # 百分点 and 千克 are units; 余 and 点 belong to a number only where it goes on behind them.
    f"|百(?!分)|千(?![克米瓦卡伏赫])|[{_VAGUE}](?=[十百千万萬亿億])"
    f"|(?<={_HAN})[{_POINT}](?=[零〇一二三四五六七八九]))"
)
_NO_NUMERALS = "|".join(
    (
        "[A-Za-z][A-Za-z0-9]*+(?:[-.][A-Za-z0-9]++)*+",  # H5, COVID-19, PM2.5
        f"{_NUMBER}(?:-{_NUMBER}){{2,}}",  # 2025-01-21
        f"{_NUMBER}(?:[+:：∶/×]{_NUMBER})++",  # 8+4, 11:23, 12:45:43, 1/3
        "[0-9０-９]++(?:[.．][0-9０-９]++){2,}",  # 1.2.3
    )
)
_NUMERAL = (
    f"(?P<some>[数數几幾])?(?P<percent>百分之)?(?P<run>{TOKEN}++)(?P<vague>[{_VAGUE}])?"
    f"(?P<rough>[几幾来來]|分之{_ANY}++)?"  # 十几 and 十来 are no one number, nor is a fraction.
)


class Numeral(NamedTuple):
    """A number as printed.

    Attributes:
        start: Where it begins, in code points: at 百分之, where that stands before it.
        end: Where it ends: behind multiplier, 余 and 多.
        value: In full: 1150000 for 115万余.
        scale: What its last multipliers multiply by: 10000 for 115万余.
        percent: Whether 百分之 stands before it.
        vague: Whether 余 or 多 says that there is more.
    """

    start: int
    end: int
    value: Decimal
    scale: int
    percent: bool
    vague: bool


def numerals(text: str) -> Iterator[Numeral]:
    """Yield every numeral that can be read in one way only, in order."""
    for match in _compiled(f"{_NO_NUMERALS}|{_NUMERAL}").finditer(text):
        run, percent = match["run"], bool(match["percent"])
        if not run or match["rough"] or (match["some"] and run[0] in _TIMES):
            continue
        tokens = _compiled("[0-9０-９,，.．]+|.").findall(run)
        value = Decimal(100) if percent and run == "百" else _value(tokens, match["vague"])
        if value is not None:
            vague = bool(match["vague"]) or any(sign in run for sign in _VAGUE)
            start = match.start() + len(match["some"] or "")
            yield Numeral(start, match.end(), value, _scale(tokens), percent, vague)


def value_of(run: str) -> Decimal | None:
    """Return the value of a numeral's characters, 余 and 多 left out; None if not well formed."""
    tokens = _compiled("[0-9０-９,，.．]+|.").findall("".join(run.split()))
    vague = run[-1:] if run[-1:] in _VAGUE else None
    return _value(tokens, vague)


def scale_of(run: str) -> int:
    """Return what the last 万 and 亿 of a numeral multiply by: 10000 for 115万余."""
    return _scale(_compiled("[0-9０-９,，.．]+|.").findall("".join(run.split())))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    import re

    return re.compile(pattern)


def _value(tokens: list[str], vague: str | None) -> Decimal | None:
    """Return the value of a numeral, or None where it is not well formed."""
    tokens = [token for token in tokens if token not in _VAGUE]
    if len(tokens) > _LONGEST:
        return None
    if vague and "".join(tokens) in _TIMES:
        return Decimal(_TIMES[tokens[0]])  # 百余
    if len(tokens) >= _YEAR and all(token in _DIGITS for token in tokens):
        return Decimal("".join(str(_DIGITS[token]) for token in tokens))
    points = [place for place, token in enumerate(tokens) if token in _POINT]
    if points:
        return _with_decimals(tokens, points[0])
    return _by_multipliers(tokens)


def _with_decimals(tokens: list[str], point: int) -> Decimal | None:
    """Read 十七点五 and 三点五万."""
    whole = _by_multipliers(tokens[:point])
    digits = list(takewhile(_DIGITS.__contains__, tokens[point + 1 :]))
    times = tokens[point + 1 + len(digits) :]
    if whole is None or any(token not in _LARGE for token in times):
        return None
    decimals = "".join(str(_DIGITS[digit]) for digit in digits)
    value = Decimal(f"{whole}.{decimals}")
    return _whole(value * _scale(times)) if times else value


def _by_multipliers(tokens: list[str]) -> Decimal | None:
    """Read 三百二十五, 1万6千 and 1.7万亿: the last of the largest multipliers parts it in two."""
    times = max((_TIMES[token] for token in tokens if token in _TIMES), default=None)
    if times is None:
        return _number(tokens[0]) if len(tokens) == 1 else None
    at = max(place for place, token in enumerate(tokens) if _TIMES.get(token) == times)
    many, rest = _many(tokens[:at], times), _rest(tokens[at + 1 :], times)
    if many is None or rest is None or (rest and many != many.to_integral_value()):
        return None
    return _whole(many * times + rest)


def _whole(value: Decimal) -> Decimal:
    """Return a whole number without decimals: 242000 and not 242000.0 for 24.2万."""
    whole = value.to_integral_value()
    return whole if whole == value else value


def _many(tokens: list[str], times: int) -> Decimal | None:
    if not tokens:
        return Decimal(1) if times == 10 else None  # 十五, but no bare 百 or 万: those are words.
    many = _by_multipliers(tokens)
    return None if many is None or (times in _SMALL.values() and many >= 10) else many


def _rest(tokens: list[str], times: int) -> Decimal | None:
    """Return what is added to so many `times`, none of which may be as large."""
    if not tokens:
        return Decimal(0)
    filled = _number(tokens[0]) == 0
    rest = _by_multipliers(tokens[1:] if filled else tokens)
    if rest is None or rest >= times:
        return None
    # 三百五 and 2万5 leave out a multiplier; 三百零五, 三十五 and 3万4000 do not.
    leaves_out = len(tokens) == 1 and rest * 10 < times
    return None if leaves_out else rest


def _number(token: str) -> Decimal | None:
    if token in _DIGITS:
        return Decimal(_DIGITS[token])
    digits = token.translate(_WIDTHS)
    return Decimal(digits) if token not in _TIMES and len(digits) <= _LONGEST else None


def _scale(tokens: list[str]) -> int:
    scale = 1
    for token in reversed([token for token in tokens if token not in _VAGUE]):
        if token not in _LARGE:
            break
        scale *= _LARGE[token]
    return scale
