"""Precision and recall of the figures that are found, against labels made by hand.

Usage: python bench/figures.py GOLD… [--texts FOLDER] [--errors]

GOLD is YAML or JSON: figures with start, end, value (or low and high), unit, bound and subject, and
the name of their text as `source` or `report`; or `labels`, a sample of numerals with `report`,
`offset` and `token`. What is labelled `soft` is neither hit nor miss. Texts are looked for beside
the labels, one folder above, and in --texts. A text that is labelled in part has `text`, with its
start and end.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import table
import yaml

from reporttui.figures.extraction import Figure, extract

Label = dict[str, Any]
NAMES = ("value with unit", "bound", "subject")


class Score:
    """Hits, what was found, and what was there, by what is compared."""

    def __init__(self) -> None:
        self.hits: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()
        self.errors: list[str] = []

    def row(self, name: str) -> list[str]:
        """Return precision, recall and F1 of what is compared, as cells."""
        hits, found, wanted = self.hits[name], self.found[name], self.wanted[name]
        ratios = hits / max(found, 1), hits / max(wanted, 1), 2 * hits / max(found + wanted, 1)
        return [name, str(wanted), *(f"{ratio:.3f}" for ratio in ratios)]


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path, action="append", default=[])
    parser.add_argument("--errors", action="store_true", help="show what is not as labelled")
    options = parser.parse_args()
    total = Score()
    for path in options.gold:
        gold = yaml.safe_load(path.read_text("utf-8"))
        texts = [path.parent, path.parent.parent, *options.texts]
        if "labels" in gold:
            _score_sample(gold["labels"], texts, total)
        else:
            _score_all(gold, texts, total)
    print("\n".join(total.errors) if options.errors else "", file=sys.stderr)
    head = ["compared", "labels", "precision", "recall", "F1"]
    print(table.aligned([head, *(total.row(name) for name in NAMES)]))


def _text(name: str, folders: list[Path]) -> str:
    for folder in folders:
        for path in (folder / name, folder / f"{name}.txt", folder / "corpus" / f"{name}.txt"):
            if path.is_file():
                return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    sys.exit(f"{name}: no such text; expected beside its labels or in --texts")


def _score_all(gold: Label, folders: list[Path], score: Score) -> None:
    text = _text(gold.get("source") or gold["report"], folders)
    part = gold.get("text") or {"start": 0, "end": len(text)}
    figures = [f for f in extract(text)[0] if part["start"] <= f.start and f.end <= part["end"]]
    labels: list[Label] = gold["figures"]
    for label in labels:
        near = [f for f in figures if f.start < label["end"] and label["start"] < f.end]
        for figure in near:
            figures.remove(figure)
        if not label.get("soft"):
            _compare(text, label, near, score)
    soft = {(r["quote"], r["start"]) for r in gold.get("soft", [])}
    for figure in figures:
        if (text[figure.start : figure.end], figure.start) not in soft and not _is_soft(
            text, figure
        ):
            score.found.update(NAMES)
            score.errors.append(f"false   {_shown(text, figure)}")


def _is_soft(text: str, figure: Figure) -> bool:
    """Small counts in Chinese numerals are enumerations more often than figures; see the labels."""
    printed = text[figure.start : figure.end]
    return len(printed) <= 3 and printed[0] in "一二三四五六七八九十两" and "%" not in figure.unit


def _compare(text: str, label: Label, near: list[Figure], score: Score) -> None:
    score.wanted.update(NAMES)
    score.found.update({name: len(near) for name in NAMES})
    best = next((f for f in near if _value_agrees(f, label)), None)
    if best is None:
        found = " ".join(_shown(text, figure) for figure in near) or "nothing"
        score.errors.append(f"value   {_wanted(label)} <- {found}")
        return
    score.hits["value with unit"] += 1
    for name, agrees in (
        ("bound", best.bound == label["bound"] or label.get("doubt") == "bound"),
        ("subject", _subject_agrees(best.subject, label["subject"])),
    ):
        score.hits[name] += agrees
        if not agrees:
            score.errors.append(f"{name:7} {_wanted(label)} <- {_shown(text, best)}")


def _number(value: object) -> Decimal | None:
    if value in (None, ""):
        return None
    over, _, under = str(value).partition("/")
    return round(Decimal(over) / Decimal(under) * 100, 1) if under else Decimal(over)


def _value_agrees(figure: Figure, label: Label) -> bool:
    wanted = [_number(label.get(name)) for name in ("value", "low", "high")]
    unit = "%" if "/" in str(label.get("value")) else label.get("unit") or ""
    same_unit = figure.unit == unit or label.get("doubt") == "unit"
    return same_unit and [figure.value, figure.low, figure.high] == wanted


def _subject_agrees(found: str, wanted: str | None) -> bool:
    """Whether half of the label's characters are in the subject that was found."""
    have, want = Counter(found), Counter(wanted or "")
    return 2 * sum((have & want).values()) >= sum(want.values())


def _score_sample(labels: list[Label], folders: list[Path], score: Score) -> None:
    read = {name: _text(name, folders) for name in {label["report"] for label in labels}}
    found = {name: extract(text)[0] for name, text in read.items()}
    for label in labels:
        text, at = read[label["report"]], label["offset"]
        near = [f for f in found[label["report"]] if f.start <= at < f.end]
        if label["figure"]:
            _compare(text, {"subject": "", **label, "quote": label["token"]}, near, score)
        elif near:
            score.found.update(NAMES)
            score.errors.append(f"false   {_shown(text, near[0])}")


def _wanted(label: Label) -> str:
    names = ("quote", "value", "low", "high", "unit", "bound", "subject")
    return "|".join(str(label.get(name)) for name in names if label.get(name))


def _shown(text: str, figure: Figure) -> str:
    around = text[max(0, figure.start - 12) : figure.start].replace("\n", "⏎")
    ends = (figure.value, figure.low, figure.high)
    values = "|".join(str(end) for end in ends if end is not None)
    quote = text[figure.start : figure.end]
    behind = text[figure.end : figure.end + 6].replace("\n", "⏎")
    return f"{around}[{quote}]{behind} {values}|{figure.unit}|{figure.bound}|{figure.subject}"


if __name__ == "__main__":
    main()
