"""From the bytes of a file to text: strict UTF-8 for our own form, any encoding for the rest."""

from __future__ import annotations

import codecs
from contextlib import suppress
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# How much of a file is looked at to guess its encoding: reports have said enough by then.
_SAMPLE = 1 << 16

_CODECS = (
    ("GB18030", "gb18030"),
    ("Big5", "big5"),
    ("UTF-16", "utf-16-le"),
    ("UTF-16", "utf-16-be"),
)

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)

_DECLARED = {
    "gb2312": ("gb18030", "GB18030"),
    "gbk": ("gb18030", "GB18030"),
    "gb18030": ("gb18030", "GB18030"),
    "big5": ("big5", "Big5"),
    "utf-8": ("utf-8", "UTF-8"),
}

_MARKING = "reporttui-mark"

# More bad bytes than these, and more than one for so many characters, are no text any more.
_BAD_AT_LEAST = 8
_BAD_OF = 50

# The Han characters that reports use most: over a third of any report in either script, next to
# nothing of a text in a wrong decoding.
_FREQUENT = frozenset(
    "的一和在是了不有人大中上为以地会年国民政府市区县部委员工作业产经济发展建设改革开放全面实行"
    "进加强新高度生法治理务社会公管教育文化资金总量力制定提出成方主要家对动合同增长本期月日"
    "為會國區縣員業產經濟發設開實進強務資總對動與從學來說這時們個"
)
_LEAST_SHARE = 0.1


class Decoded(NamedTuple):
    r"""The text of a file.

    Attributes:
        text: The text without its byte order mark, every newline as \n.
        bom: Whether the file began with a byte order mark.
    """

    text: str
    bom: bool


class BadBytes(NamedTuple):
    """Bytes that are no character; U+FFFD stands for them.

    Attributes:
        line: Their line, from 1.
        column: Their column in code points, from 1.
        data: The bytes.
    """

    line: int
    column: int
    data: bytes


class Recognised(NamedTuple):
    r"""The text of a file whose encoding had to be found out.

    Attributes:
        text: The text without its byte order mark, every newline as \n.
        encoding: "UTF-8", "UTF-16", "GB18030" or "Big5".
        bad: What could not be decoded, in order.
    """

    text: str
    encoding: str
    bad: tuple[BadBytes, ...] = ()


class NoText(ValueError):  # noqa: N818
    """The bytes are no text in any encoding that reports come in."""


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
        before = _with_plain_newlines(body[: error.start].decode("utf-8"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise WrongEncoding(line, column, body[error.start], _guess(body)) from error
    return Decoded(_with_plain_newlines(text), len(body) < len(data))


def decode(data: bytes, declared: str = "") -> Recognised:
    """Decode text in any encoding that Chinese reports come in; single bad bytes are survived.

    Args:
        data: The bytes.
        declared: What a page says that its encoding is; believed where nothing else shows it.

    Raises:
        NoText: No encoding makes sense of it.
    """
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return _recognised(data[len(bom) :], codec, name)
    with suppress(UnicodeDecodeError):
        return Recognised(_without_nul(_with_plain_newlines(data.decode("utf-8"))), "UTF-8")
    sample = data[:_SAMPLE]
    tried = (("UTF-8", "utf-8"), *_CODECS)
    share, codec, name = max((_share(sample, codec), codec, name) for name, codec in tried)
    if share < _LEAST_SHARE:
        codec, name = _DECLARED.get(declared.lower(), ("", ""))
        if not codec:
            raise NoText
    return _recognised(data, codec, name)


def _recognised(data: bytes, codec: str, name: str) -> Recognised:
    bad: list[tuple[int, bytes]] = []

    def mark(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        bad.append((error.start, data[error.start : error.end]))
        return "\ufffd", error.end

    codecs.register_error(_MARKING, mark)
    text = _without_nul(_with_plain_newlines(data.decode(codec, _MARKING)))
    if len(bad) > max(_BAD_AT_LEAST, len(text) // _BAD_OF):
        raise NoText
    return Recognised(text, name, tuple(_places(text, [found for _, found in bad])))


def _places(text: str, bad: list[bytes]) -> Iterator[BadBytes]:
    # A U+FFFD that the file itself has cannot be told from ours, and does not matter.
    line, last, at = 1, -1, -1
    for data in bad:
        at = text.find("\ufffd", at + 1)
        line += text.count("\n", last + 1, at)
        last = max(last, text.rfind("\n", 0, at))
        yield BadBytes(line, at - text.rfind("\n", 0, at), data)


def _without_nul(text: str) -> str:
    if text.count("\0") > len(text) // _BAD_OF:
        raise NoText
    return text


def _share(sample: bytes, codec: str) -> float:
    """Measure how much of what is not ASCII is frequent Han, and take off for each bad byte."""
    text = codecs.getincrementaldecoder(codec)("replace").decode(sample)
    foreign = [char for char in text if not char.isascii()]
    good = sum((char in _FREQUENT) - 3 * (char == "\ufffd") for char in foreign)
    return good / max(1, len(foreign))


def _with_plain_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guess(data: bytes) -> str | None:
    """Guess a wrong encoding by what each one would make of the frequent characters."""
    sample = data[:_SAMPLE]
    # Every second byte of Latin letters in UTF-16 is NUL, which is in no other text.
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or (
        sample.count(0) > len(sample) // 4
    ):
        return "UTF-16"
    share, guess = max((_frequent_share(sample, codec), name) for name, codec in _CODECS)
    return guess if share >= _LEAST_SHARE else None


def _frequent_share(sample: bytes, codec: str) -> float:
    """Measure how much of what is not ASCII is frequent Han; nothing where a byte is wrong."""
    try:
        text = codecs.getincrementaldecoder(codec)().decode(sample)
    except UnicodeDecodeError:
        return 0.0
    foreign = [char for char in text if not char.isascii()]
    return sum(char in _FREQUENT for char in foreign) / max(1, len(foreign))
