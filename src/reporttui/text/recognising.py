"""From bytes to text in any encoding that Chinese reports come in, over single bad bytes."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from typing import NamedTuple

from reporttui.text.decoding import (
    CODECS,
    FREQUENT,
    LEAST_SHARE,
    SAMPLE,
    with_plain_newlines,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

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
_REPLACEMENT = "\ufffd"

# More bad bytes than these, and more than one for so many characters, are no text any more.
_BAD_AT_LEAST = 8
_BAD_OF = 50

# So many whole characters of several bytes for each bad one are surely UTF-8.
_WHOLE_OF = 10

# Bytes that are looked at together, to find out the encoding.
_CHUNK = 512

_COST_OF_A_BAD_BYTE = 3.0

# No byte below it is a part of a character of several bytes, but in UTF-16.
_SYNCHRONISES = 0x30


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
        return Recognised(_checked(data.decode("utf-8")), "UTF-8")
    if _is_surely_utf8(data):
        return _recognised(data, "utf-8", "UTF-8")
    first = next((at for at, byte in enumerate(data) if byte >= 0x80), 0)
    sample = data[first - first % 2 :][:SAMPLE]
    tried = (("UTF-8", "utf-8"), *CODECS)
    share, codec, name = max((_share(sample, codec), codec, name) for name, codec in tried)
    if share < LEAST_SHARE:
        codec, name = _DECLARED.get(declared.lower(), ("", ""))
        if not codec:
            raise NoText
    return _recognised(data, codec, name)


def _is_surely_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    whole = sum(not char.isascii() for char in text[: SAMPLE * 4])
    bad = text[: SAMPLE * 4].count(_REPLACEMENT)
    return whole - bad >= _WHOLE_OF * max(bad, 1)


def _recognised(data: bytes, codec: str, name: str) -> Recognised:
    bad: list[bytes] = []

    def mark(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        bad.append(data[error.start : error.end])
        return _REPLACEMENT, error.end

    with suppress(UnicodeDecodeError):
        return Recognised(_checked(data.decode(codec)), name)
    if codec == "utf-8":
        codecs.register_error(_MARKING, mark)
        text = data.decode(codec, _MARKING)
    else:
        text = "".join(_by_parts(data, codec, bad))
    text = _checked(text)
    if len(bad) > max(_BAD_AT_LEAST, len(text) // _BAD_OF):
        raise NoText
    return Recognised(text, name, tuple(_places(text, bad)))


def _by_parts(data: bytes, codec: str, bad: list[bytes]) -> Iterator[str]:
    """Decode what can be decoded, and part by part what cannot."""
    parts = [data]
    if not codec.startswith("utf-16"):
        parts = re.split(b"([\0-%c]+)" % (_SYNCHRONISES - 1), data)
    for part in parts:
        try:
            yield part.decode(codec)
        except UnicodeDecodeError:
            yield _resynchronised(part, codec, bad)


def _resynchronised(part: bytes, codec: str, bad: list[bytes]) -> str:
    """Decode bytes of which some are wrong, or missing, in the likeliest way.

    Where a byte of a pair is lost, all pairs behind it are shifted, and still decode: to
    characters that nobody writes. So each way to leave bytes out is weighed by what it gives.
    """
    scores = [0.0] * (len(part) + 5)
    steps: list[tuple[int, str]] = [(1, "")] * len(part)
    for at in range(len(part) - 1, -1, -1):
        best, step = scores[at + 1] - _COST_OF_A_BAD_BYTE, (1, "")
        for size, char in _characters_at(part, at, codec):
            score = scores[at + size] + _worth(char)
            if score > best:
                best, step = score, (size, char)
        scores[at], steps[at] = best, step
    found: list[str] = []
    at = 0
    while at < len(part):
        size, char = steps[at]
        if char:
            found.append(char)
        elif found and found[-1] == _REPLACEMENT and bad:
            bad[-1] += part[at : at + 1]
        else:
            found.append(_REPLACEMENT)
            bad.append(part[at : at + 1])
        at += size
    return "".join(found)


def _characters_at(part: bytes, at: int, codec: str) -> Iterator[tuple[int, str]]:
    sizes = (2,) if codec.startswith("utf-16") else (1, 2, 4)
    for size in sizes:
        with suppress(UnicodeDecodeError):
            char = part[at : at + size].decode(codec)
            if len(char) == 1 and at + size <= len(part):
                yield size, char


def _worth(char: str) -> float:
    """Weigh a character by how likely it is in a report."""
    if char in FREQUENT:
        return 1.0
    if char.isascii() or char in "，。、；：“”（）《》％":
        return 0.3 if char.isprintable() or char in "\r\n\t" else -2.0
    try:
        lead = char.encode("gb2312")[0]
    except UnicodeEncodeError:
        return -1.0
    return 0.0 if lead < 0xD8 else -0.7  # The second level of GB/T 2312 is that of rare characters.


def _places(text: str, bad: list[bytes]) -> Iterator[BadBytes]:
    # A U+FFFD that the file itself has cannot be told from ours, and does not matter.
    line, last, at = 1, -1, -1
    for data in bad:
        at = text.find(_REPLACEMENT, at + 1)
        line += text.count("\n", last + 1, at)
        last = max(last, text.rfind("\n", 0, at))
        yield BadBytes(line, at - text.rfind("\n", 0, at), data)


def _checked(text: str) -> str:
    """Return a text with plain newlines.

    Raises:
        NoText: It is full of NULs.
    """
    if text.count("\0") > len(text) // _BAD_OF:
        raise NoText
    return with_plain_newlines(text)


def _share(sample: bytes, codec: str) -> float:
    """Measure how much of what is not ASCII is frequent Han; a lost byte shifts the rest."""
    shares = []
    for at in range(0, len(sample), _CHUNK):
        chunk = sample[at : at + _CHUNK]
        shares.append(max(_share_of(chunk[shift:], codec) for shift in (0, 1)))
    return sum(shares) / max(1, len(shares))


def _share_of(chunk: bytes, codec: str) -> float:
    text = codecs.getincrementaldecoder(codec)("replace").decode(chunk)
    foreign = [char for char in text if not char.isascii()]
    good = sum((char in FREQUENT) - (char == _REPLACEMENT) for char in foreign)
    return max(0.0, good / max(1, len(foreign)))
