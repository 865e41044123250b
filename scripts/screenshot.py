"""Draw the reading room as an SVG, as README shows it.

Usage: python scripts/screenshot.py OUT.svg [--size 120x40] [--lang zh] [--press KEY …]

The keys are pressed in order, by Textual's names. Rich sets each run of text to as many cells as
it has characters; a Chinese character has two, so each is given its place here.
"""

from __future__ import annotations

import argparse
import asyncio
import html
import os
import re
import sys
import tempfile
from pathlib import Path

from reporttui import words
from reporttui.library.opening import open_report
from reporttui.text.width import cell_widths
from reporttui.tui.app import ReadingApp

_CELL = 12.2
_FONTS = "Fira Code, DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK SC, monospace"
_RUN = re.compile(r'<text ([^>]*?) x="([\d.]+)" ([^>]*?)textLength="[\d.]+"([^>]*)>([^<]*)<')


def _with_places(svg: str) -> str:
    """Give each character the x of its cell."""

    def run(match: re.Match[str]) -> str:
        x, places = float(match[2]), []
        for cells in cell_widths(html.unescape(match[5])):
            places.append(f"{x:.1f}")
            x += cells * _CELL
        return f'<text {match[1]} x="{" ".join(places)}" {match[3]}{match[4]}>{match[5]}<'

    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", _FONTS).replace("font-family: Fira Code;", "")
    return _RUN.sub(run, svg)


async def _draw(size: tuple[int, int], theme: str, keys: list[str], report: str | None) -> str:
    app = ReadingApp(open_report(report, sys.stdin.buffer), theme=theme)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        return _with_places(app.export_screenshot())


def main() -> None:
    """Draw what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--press", nargs="*", default=[], metavar="KEY")
    parser.add_argument("--size", default="120x40")
    parser.add_argument("--lang", default="zh")
    parser.add_argument("--theme", default="dark")
    parser.add_argument("--report")
    options = parser.parse_args()
    words.use(options.lang)
    width, height = map(int, options.size.split("x"))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder
        drawn = asyncio.run(_draw((width, height), options.theme, options.press, options.report))
    options.out.write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
