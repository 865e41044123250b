"""From the bytes of a file to text: strict UTF-8, and a guess at what else it may be."""

from __future__ import annotations

import codecs
from typing import NamedTuple

# How much of a file is looked at to guess its encoding: reports have said enough by then.
SAMPLE = 1 << 16

CODECS = (
    ("GB18030", "gb18030"),
    ("Big5", "big5"),
    ("UTF-16", "utf-16-le"),
    ("UTF-16", "utf-16-be"),
)

# The Han characters that reports use most: over a third of any report in either script, next to
# nothing of a text in a wrong decoding.
FREQUENT = frozenset(
    "的一和在是了不有人大中上为以地会年国民政府市区县部委员工作业产经济发展建设改革开放全面实行"
    "进加强新高度生法治理务社会公管教育文化资金总量力制定提出成方主要家对动合同增长本期月日"
    "為會國區縣員業產經濟發設開實進強務資總對動與從學來說這時們個"
)
LEAST_SHARE = 0.1


class Decoded(NamedTuple):
    r"""The text of a file.

    Attributes:
        text: The text without its byte order mark, every newline as \n.
        bom: Whether the file began with a byte order mark.
    """

    text: str
    bom: bool


class WrongEncoding(ValueError):  # noqa: N818
    """The bytes are not UTF-8.

    Attributes:
        line: Line of the first bad byte, from 1.
        column: Its column in code points, from 1.
        byte: Its value.
        guess: What the file looks like: "GB18030", "Big5", "UTF-16", or None.
    """

    def __init__(self, line: int, column: int, byte: int, guess: str | None) -> None:
        super().__init__(f"{line}:{column}: byte 0x{byte:02X} is not UTF-8")
        self.line = line
        self.column = column
        self.byte = byte
        self.guess = guess


def decode_utf8(data: bytes) -> Decoded:
    """Decode a UTF-8 file, with or without a byte order mark.

    Raises:
        WrongEncoding: A byte is not UTF-8.
    """
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        before = with_plain_newlines(body[: error.start].decode("utf-8"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise WrongEncoding(line, column, body[error.start], _guess(body)) from error
    return Decoded(with_plain_newlines(text), len(body) < len(data))


def with_plain_newlines(text: str) -> str:
    r"""Return a text with \n for every line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guess(data: bytes) -> str | None:
    """Guess a wrong encoding by what each one would make of the frequent characters."""
    sample = data[:SAMPLE]
    # Every second byte of Latin letters in UTF-16 is NUL, which is in no other text.
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or (
        sample.count(0) > len(sample) // 4
    ):
        return "UTF-16"
    share, guess = max((_frequent_share(sample, codec), name) for name, codec in CODECS)
    return guess if share >= LEAST_SHARE else None


def _frequent_share(sample: bytes, codec: str) -> float:
    """Measure how much of what is not ASCII is frequent Han; nothing where a byte is wrong."""
    try:
        text = codecs.getincrementaldecoder(codec)().decode(sample)
    except UnicodeDecodeError:
        return 0.0
    foreign = [char for char in text if not char.isascii()]
    return sum(char in FREQUENT for char in foreign) / max(1, len(foreign))
