"""The forms of a list's numbers: ST_NumberFormat of ECMA-376-1, 17.18.59."""

from __future__ import annotations

import re
from functools import partial
from itertools import starmap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST = 32_767
"""The largest number that has a form; beyond it numbers are decimal, as none is in Word."""

_MOST_LETTERS = 780  # thirty times the alphabet, where Word begins anew

_ROWS = {
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}
_DIGITS = {
    "decimal": "0123456789",
    "decimalHalfWidth": "0123456789",
    "decimalFullWidth": "０１２３４５６７８９",
    "decimalFullWidth2": "０１２３４５６７８９",
    "ideographDigital": "〇一二三四五六七八九",
    "japaneseDigitalTenThousand": "〇一二三四五六七八九",
    "taiwaneseDigital": "○一二三四五六七八九",
}
_PLAIN = "零一二三四五六七八九十百千万"
_LEGAL = {
    "chineseLegalSimplified": "零壹贰叁肆伍陆柒捌玖拾佰仟万",
    "ideographLegalTraditional": "零壹貳參肆伍陸柒捌玖拾佰仟萬",
}
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def numeral(number: int, form: str) -> str | None:
    """Return a number in a form; None where the form is not known."""
    if form == "none":
        return ""
    write = _writer(form)
    if write is None:
        return None
    return write(number) if 0 < number <= LARGEST else str(number)


def _writer(form: str) -> Callable[[int], str] | None:
    if form in _DIGITS:
        return partial(_digits, digits=_DIGITS[form])
    if form in _ROWS:
        return partial(_in_row, row=_ROWS[form])
    if form in _LEGAL:
        return partial(_legal, signs=_LEGAL[form])
    return _OTHERS.get(form)


def _in_row(number: int, row: str) -> str:
    return row[number - 1] if number <= len(row) else str(number)


def _legal(number: int, signs: str) -> str:
    return _counted(number).translate(str.maketrans(_PLAIN, signs))


def _digits(number: int, digits: str) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _counted(number: int) -> str:
    """Count with units, as in 三千〇五 with 零: 一十, 一百一十, 三千零五, 一万零二十."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        zero = "零" if 0 < low < 1000 else ""
        return f"{_counted(high)}万{zero}{_counted(low) if low else ''}"
    places = zip(str(number), ("千", "百", "十", "")[-len(str(number)) :], strict=True)
    return re.sub("零+", "零", "".join(starmap(_place, places))).rstrip("零")


def _place(digit: str, unit: str) -> str:
    return "零" if digit == "0" else _PLAIN[int(digit)] + unit


def _thousands(number: int) -> str:
    return re.sub("^一十", "十", _counted(number))


def _hundred(number: int) -> str:
    """Count up to 九十九; then by digits alone."""
    return _thousands(number) if number < 100 else _digits(number, _DIGITS["taiwaneseDigital"])


def _japanese(number: int) -> str:
    return re.sub("一(?=[十百千])|零", "", _counted(number))


def _zero_first(number: int) -> str:
    return f"{number:02}"


def _lower_letter(number: int) -> str:
    if number > _MOST_LETTERS:
        return str(number)
    rounds, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (rounds + 1)


def _upper_letter(number: int) -> str:
    return _lower_letter(number).upper()


def _upper_roman(number: int) -> str:
    written = ""
    for size, sign in _ROMAN:
        times, number = divmod(number, size)
        written += sign * times
    return written


def _lower_roman(number: int) -> str:
    return _upper_roman(number).lower()


def _dashed(number: int) -> str:
    return f"- {number} -"


_OTHERS = {
    "chineseCounting": _hundred,
    "chineseCountingThousand": _thousands,
    "decimalZero": _zero_first,
    "japaneseCounting": _japanese,
    "lowerLetter": _lower_letter,
    "lowerRoman": _lower_roman,
    "numberInDash": _dashed,
    "taiwaneseCounting": _hundred,
    "taiwaneseCountingThousand": _thousands,
    "upperLetter": _upper_letter,
    "upperRoman": _upper_roman,
}
