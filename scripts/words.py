"""Keep the Chinese catalogue in step with the sentences in the code.

Usage: python scripts/words.py update | compile | check

update   bring zh_CN.po in line with src/: new sentences come in empty, unused ones go
compile  write zh_CN.mo, which the program reads
check    list what is wrong with the two, and exit 1 if anything is
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src"
PO = SOURCE / "reporttui/words/zh_CN.po"

KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
COMMENT = "# What reporttui says, in Simplified Chinese. See scripts/words.py."
HEADER = """\
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit
Language: zh_CN
Plural-Forms: nplurals=1; plural=0;
"""


class Words(Catalog):
    """A catalogue whose header has no dates and versions: it changes only with its words."""

    def __init__(self) -> None:
        super().__init__(locale="zh_CN", header_comment=COMMENT, fuzzy=False)

    def __iter__(self) -> Iterator[Message]:
        yield Message("", HEADER)
        yield from self.entries()

    def entries(self) -> list[Message]:
        return list(super().__iter__())[1:]


def said(source: Path) -> Words:
    """Return every sentence that the code says, without its Chinese."""
    words = Words()
    for name, line, message, _, _ in extract_from_dir(source, keywords=KEYWORDS):
        words.add(message, "" if isinstance(message, str) else ("",), locations=[(name, line)])
    return words


def translated(po: Path) -> Words:
    """Return the sentences of the .po file; those marked obsolete in it stay apart."""
    words = Words()
    with po.open("rb") as stream:
        catalogue = read_po(stream, locale="zh_CN", abort_invalid=True)
    for message in catalogue:
        if message.id:
            words[message.id] = message
    words.obsolete = catalogue.obsolete
    return words


def updated(words: Words, code: Words) -> bytes:
    """Return the .po file with the sentences of the code, in their order, and their Chinese."""
    # No fuzzy matching: a near miss would put another sentence's Chinese beside a new one.
    words.update(code, no_fuzzy_matching=True)
    stream = io.BytesIO()
    write_po(stream, words, width=0, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    return stream.getvalue().rstrip() + b"\n"


def compiled(words: Words) -> bytes:
    stream = io.BytesIO()
    write_mo(stream, words)
    return stream.getvalue()


def faults(source: Path, po: Path, mo: Path) -> list[str]:
    """Return what is wrong with the catalogue, a line a fault."""
    code, words = said(source), translated(po)
    wanted, there = ({_forms(message): message for message in c.entries()} for c in (code, words))
    unused = [*(there.keys() - wanted.keys()), *map(_forms, words.obsolete.values())]
    return [
        *_lines("missing", wanted.keys() - there.keys()),
        *_lines("obsolete", unused),
        *_lines("empty", (forms for forms, message in there.items() if not _full(message))),
        *_lines("fuzzy", (forms for forms, message in there.items() if message.fuzzy)),
        *_lines("placeholders differ", (f for f, message in there.items() if _differs(message))),
        *([] if mo.exists() and mo.read_bytes() == compiled(words) else [f"stale: {mo.name}"]),
    ]


def _lines(fault: str, messages: Iterable[tuple[str, ...]]) -> list[str]:
    return [f"{fault}: {' | '.join(forms)!r}" for forms in sorted(messages)]


def _forms(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _chinese(message: Message) -> tuple[str, ...]:
    text = message.string or ""
    return (text,) if isinstance(text, str) else tuple(text)


def _full(message: Message) -> bool:
    return all(_chinese(message)) and bool(_chinese(message))


def _differs(message: Message) -> bool:
    wanted = set().union(*map(placeholders, _forms(message)))
    return any(placeholders(text) != wanted for text in _chinese(message) if text)


def placeholders(text: str) -> set[str]:
    """Return the names of the {placeholders} in a sentence, none where it is no template."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def main(arguments: list[str], source: Path = SOURCE, po: Path = PO) -> int:
    mo = po.with_suffix(".mo")
    if arguments == ["update"]:
        po.write_bytes(updated(translated(po), said(source)))
    elif arguments == ["compile"]:
        mo.write_bytes(compiled(translated(po)))
    elif arguments == ["check"]:
        found = faults(source, po, mo)
        print(*found, sep="\n", end="\n" if found else "")
        return 1 if found else 0
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
