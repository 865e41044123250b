"""Dates as reports print them → ISO 8601."""

from __future__ import annotations

import re

_MONTHS, _FEBRUARY = 12, 2
_HAN = "〇零○一二三四五六七八九十"
_DIGITS = {char: str(value) for value, char in enumerate("零一二三四五六七八九")}
_DIGITS.update({"〇": "0", "○": "0", "Ｏ": "0", "O": "0"})

_DATE = (
    r"(?P<y>[12][0-9]{3})\s*[-年/.]\s*(?P<m>[0-9]{1,2})\s*[-月/.]\s*(?P<d>[0-9]{1,2})\s*日?"
    r"(?:[ T\s\xa0\u3000]*(?P<h>[0-9]{1,2})[:：时](?P<n>[0-9]{2}))?"
)
_HAN_DATE = (
    rf"(?P<y>[一二][{_HAN}ＯO]{{3}})\s*年"
    rf"\s*(?P<m>[{_HAN}]{{1,2}})\s*月\s*(?P<d>[{_HAN}]{{1,3}})\s*日"
)


_ROC = r"民[国國]\s*(?P<y>[0-9]{2,3})\s*年\s*(?P<m>[0-9]{1,2})\s*月\s*(?P<d>[0-9]{1,2})\s*日"
_FIRST_OF_ROC = 1911


def iso_date(text: str) -> str:
    """Return the first date of a text as YYYY-MM-DD; nothing where there is none that exists."""
    return iso_moment(text)[:10]


def iso_moment(text: str) -> str:
    """Return the first date of a text, with hour and minute where it has them."""
    if match := re.search(_ROC, text):
        year, month, day = (int(match[name]) for name in "ymd")
        year += _FIRST_OF_ROC
    elif match := re.search(_DATE, text):
        year, month, day = (int(match[name]) for name in "ymd")
    elif match := re.search(_HAN_DATE, text):
        year = int("".join(_DIGITS[char] for char in match["y"]))
        month, day = _number(match["m"]), _number(match["d"])
    else:
        return ""
    if not (1 <= month <= _MONTHS and 1 <= day <= _days(year, month)):
        return ""
    date = f"{year:04}-{month:02}-{day:02}"
    hour = match.groupdict().get("h")
    if hour is None or int(hour) > 23 or int(match["n"]) > 59:
        return date
    return f"{date}T{int(hour):02}:{match['n']}"


def _days(year: int, month: int) -> int:
    """Return how many days a month has, by the Gregorian calendar."""
    if month == _FEBRUARY:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def is_date(text: str) -> bool:
    """Whether a line is nothing but a date."""
    text = text.strip("()（）[]【】 \t\xa0\u3000")
    forms = (_DATE, _HAN_DATE, f"(?:中[华華])?{_ROC}")
    match = next(filter(None, (re.fullmatch(form, text) for form in forms)), None)
    return bool(match and iso_date(text))


def end_of_moment(text: str) -> int:
    """Return where the date and time end that a text begins with; 0 where it begins with none."""
    match = re.match(_DATE + r"(?::[0-9]{2})?", text)
    return match.end() if match and match["h"] and iso_date(match[0]) else 0


def date_at_end(text: str) -> int:
    """Return where the date begins that a line ends with, or -1."""
    for form in (_DATE, _HAN_DATE, f"(?:中[华華])?{_ROC}"):
        for match in re.finditer(form, text):
            if not text[match.end() :].strip(" \t\xa0\u3000") and iso_date(match[0]):
                return match.start()
    return -1


def _number(text: str) -> int:
    tens, has_tens, ones = text.rpartition("十")
    if not has_tens:
        return int("".join(_DIGITS[char] for char in text))
    return int(_DIGITS.get(tens or "一", "0")) * 10 + int(_DIGITS.get(ones or "零", "0"))


def year_in_digits(text: str) -> str:
    """Return a year of four signs in digits."""
    return "".join(_DIGITS.get(char, char) for char in text)
