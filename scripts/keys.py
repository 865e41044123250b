"""Write the tables of keys and of queries into both READMEs, from where help takes them.

Usage: python scripts/keys.py [--check]

--check   write nothing, and exit 1 where a table is not current
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reporttui import words
from reporttui.search.syntax import SYNTAX
from reporttui.tui.commands import GROUPS
from reporttui.tui.keys import key_name
from reporttui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reporttui.tui.commands import Command

ROOT = Path(__file__).parent.parent
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}
BEGIN, END = "<!-- {}: written by scripts/keys.py -->\n", "<!-- end of {} -->\n"
HEADINGS = {
    ("keys", "en"): ("Keys", "What they do", "Id"),
    ("keys", "zh"): ("按键", "作用", "标识"),
    ("queries", "en"): ("Typed", "What it finds"),
    ("queries", "zh"): ("输入", "查找的内容"),
}


def table(name: str, language: str) -> str:
    """Return a table as Markdown."""
    words.use(language)
    heading = HEADINGS[name, language]
    rows = [heading, ("---",) * len(heading), *(_key_rows() if name == "keys" else _query_rows())]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _query_rows() -> Iterator[tuple[str, ...]]:
    for typed, meaning in SYNTAX:
        examples = " ".join(f"`{each}`" for each in typed.split("  "))
        yield examples.replace("|", r"\|"), _(meaning)


def _key_rows() -> Iterator[tuple[str, ...]]:
    for group in GROUPS:
        yield f"**{_(group.title)}**", "", ""
        for command in group.commands:
            yield _keys(command), _(command.text), f"`{command.id}`"


def _keys(command: Command) -> str:
    return " ".join(f"`{key_name(key)}`" for key in command.keys)


def current(text: str, language: str) -> str:
    """Return a README with both tables as they should be."""
    for name in ("keys", "queries"):
        before, begin, rest = text.partition(BEGIN.format(name))
        _old, end, after = rest.partition(END.format(name))
        if not end:
            sys.exit(f"the {language} README has no place for the {name}: {BEGIN}{END}")
        text = f"{before}{begin}\n{table(name, language)}\n{end}{after}"
    return text


def main(arguments: list[str], readmes: Mapping[str, Path] = READMES) -> int:
    """Do what the command line says."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    stale = 0
    for language, path in readmes.items():
        text = path.read_text(encoding="utf-8")
        wanted = current(text, language)
        if arguments and text != wanted:
            print(f"stale: {path.name}; mend it by: python scripts/keys.py")
            stale = 1
        elif text != wanted:
            path.write_text(wanted, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
