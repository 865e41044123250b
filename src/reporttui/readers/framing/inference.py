"""Who issued a report and what year it covers, where no table says so."""

from __future__ import annotations

import re

from reporttui.readers.framing.dates import year_in_digits
from reporttui.readers.framing.tail import is_signature

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporttui.readers.source import Paragraph

_PARAGRAPHS_OF_THE_YEAR = 3
_PARAGRAPHS_OF_THE_SPEAKER = 4

_TITLE = (
    r"(.{2,30}?)(?:关于|關於)"
    r"|(?:\d{4}年)?([一-龥]{2,20}?(?:国务院|人民政府|政府|委员会|局|厅|办公室|法院|检察院|医院|大学|学院|学校|中学|小学))"
    r"(?=\d|[一-龥]{0,6}工作)"
)
_SPEAKER = (
    r"([一-龥]{2,8}?(?:省|自治区|市|县|区|旗|镇|乡))代?"
    r"(?:主席|省长|市长|县长|区长|旗长|镇长|乡长)"
)
_OFFICER = (
    "([一-龥]{2,16}?(?:人民政府|委员会|局|法院|检察院))副?(?:[省市县区旗镇乡局院]长|主任|检察长)"
)
_SPEAKS_FOR = "代表([一-龥]{2,12}?人民政府|国务院)"
_YEAR_OF_ROC = r"(?<![0-9])(1[01][0-9])\s*年[度]"
_YEAR = r"(?:(19[4-9][0-9]|20[0-9]{2})|([一二][〇零○ＯO一二三四五六七八九]{3}))\s*年"


def issuer_of(fields: dict[str, str], body: Sequence[Paragraph]) -> str:
    """Return who issued a report: who signs, whom its title names, or for whom somebody speaks.

    Args:
        fields: What is known of the report.
        body: Its text.
    """
    if signed := fields.get("signed"):
        return signed.split()[0]
    if match := re.match(_TITLE, fields.get("title", "")):
        return match[1] or match[2]
    for below_title in fields.get("subtitle", "").split("\n"):
        if is_signature(below_title):
            return below_title.split()[0]
    for line in body[:_PARAGRAPHS_OF_THE_SPEAKER]:
        if match := re.search(_SPEAKS_FOR, line.text):
            return match[1]
    subtitle = fields.get("subtitle", "")
    if match := re.search(_OFFICER, subtitle):
        return match[1]
    if match := re.search(_SPEAKER, subtitle):
        return f"{match[1]}人民政府"
    return ""


def year_of(fields: dict[str, str], body: Sequence[Paragraph]) -> str:
    """Return the year that a report covers: that of its title, or the first that it names."""
    title = fields.get("title", "")
    texts = [title, *(line.text for line in body[:_PARAGRAPHS_OF_THE_YEAR])] if title else []
    return next(filter(None, map(_first_year, texts)), "")


def _first_year(text: str) -> str:
    if match := re.search(_YEAR_OF_ROC, text):
        return str(int(match[1]) + 1911)
    match = re.search(_YEAR, text)
    return year_in_digits(match[1] or match[2]) if match else ""
