"""Write the table of the readings of Chinese characters, from pypinyin's data.

Usage: python scripts/pinyin.py [--check]

--check   write nothing, and exit 1 where the table is not current; skipped without pypinyin

The first line has all syllables. A reading is written as two letters, the place of its syllable
there; the first is a capital where the reading is a further one of the same character. A row has
the readings of 16 code points, a full stop where there are none; it is empty without any.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from string import ascii_lowercase

TARGET = Path(__file__).parents[1] / "src/reporttui/text/data/pinyin.txt"
PACKAGE = "pypinyin"

# From 〇 to the end of CJK Unified Ideographs; a row each.
ROWS = [range(first, first + 16) for first in range(0x3000, 0xA000, 16)]

HEAD = """\
# Readings of Chinese characters, the usual one first, without tones, ü as v. Made by
# scripts/pinyin.py, which tells the form, from the data of {package} {version}
# (https://github.com/mozillazg/python-pinyin, MIT License, Copyright (c) 2016 mozillazg, 闲耘).
"""


def table() -> str:
    """Return the table as it should be.

    Raises:
        ModuleNotFoundError: pypinyin is not installed.
    """
    package = import_module(PACKAGE)

    def readings(char: str) -> list[str]:
        style = package.Style.NORMAL
        found = package.pinyin(char, style=style, heteronym=True, errors="ignore")
        return list(
            dict.fromkeys(said for all_said in found for said in all_said if said.isascii())
        )

    rows = [[readings(chr(code)) for code in row] for row in ROWS]
    syllables = sorted({syllable for row in rows for said in row for syllable in said})
    head = HEAD.format(package=PACKAGE, version=package.__version__)
    lines = [" ".join(syllables), *(_line(row, syllables) for row in rows)]
    return head + "".join(f"{line}\n" for line in lines)


def _line(row: list[list[str]], syllables: list[str]) -> str:
    codes = (_codes([syllables.index(syllable) for syllable in said]) for said in row)
    return "".join(codes).rstrip(".")


def _codes(places: list[int]) -> str:
    letters = ascii_lowercase
    codes = [letters[place // 26] + letters[place % 26] for place in places] or ["."]
    return codes[0] + "".join(code.capitalize() for code in codes[1:])


def main(arguments: list[str], target: Path = TARGET) -> int:
    """Do what the command line says."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        wanted = table()
    except ModuleNotFoundError:
        print(f"{target.name}: skipped without {PACKAGE}", file=sys.stderr)
        return 0 if arguments else 2
    if not arguments:
        target.write_text(wanted, encoding="utf-8")
    elif not target.exists() or target.read_text(encoding="utf-8") != wanted:
        print(f"stale: {target.name}; mend it by: python scripts/pinyin.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
