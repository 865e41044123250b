"""A slow search that is right by looks: it asks each section and metric, one character a step.

It shares only the shape of a tree, the tables of characters and the place of a metric's figure
with what is tested.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from reporttui.figures.places import place
from reporttui.report.outline import CLOSING, outline
from reporttui.search.matching import Hit
from reporttui.search.tree import Condition, Group, Not, Range, Scoped, Term
from reporttui.text.data.syllables import readings
from reporttui.text.folding import fold_needle

FIGURE = "the figure"
ALIKE = [("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l")]
ENDS = Decimal("-Infinity"), Decimal("Infinity")


class Thing(NamedTuple):
    """A section, or a metric of it; `texts` are the fields that are looked at."""

    entry: object
    metric: object
    texts: dict


@cache
def folded(char):
    return fold_needle(char)


@cache
def spelled(char):
    return folded(char).replace("ü", "v")


@cache
def sounds(char):
    return readings(char) or (readings(spelled(char)) if len(spelled(char)) == 1 else ())


def literal_spans(text, word):
    """Try every place; what folds to several characters is covered whole, and once."""
    origin = [place for place, char in enumerate(text) for _ in folded(char)]
    whole, needle = "".join(map(folded, text)), "".join(map(folded, word))
    spans, at = [], 0
    while at + len(needle) <= len(whole):
        last = origin[at + len(needle) - 1]
        if whole[at : at + len(needle)] != needle:
            at += 1
            continue
        spans.append((origin[at], last + 1))
        at += len(needle)
        while at < len(whole) and origin[at] == last:
            at += 1
    return spans


@cache
def ways_to_type(reading, fuzzy):
    ways = {reading, reading.replace("v", "u")}
    if fuzzy:
        for pair in ALIKE:
            for one, other in (pair, pair[::-1]):
                ways |= {
                    other + way[len(one) :] for way in ways if initial(way) == one and way != one
                }
        ways |= {way[:-1] for way in ways if way.endswith(("ing", "eng"))}
        ways |= {way + "g" for way in ways if way.endswith(("in", "en"))}
    return ways


def initial(way):
    return way[:2] if way[1:2] == "h" else way[:1]


@cache
def taken(char, piece, is_last, fuzzy):
    """Tell whether a character takes a piece of what was typed: in full 0, in part 1, else None."""
    ways = set().union(*(ways_to_type(reading, fuzzy) for reading in sounds(char)))
    if piece in ways or (piece == spelled(char) and len(piece) == 1):
        return 0
    parts = {part for way in ways for part in (way[0], initial(way))}
    return 1 if piece in parts or (is_last and any(way.startswith(piece) for way in ways)) else None


def readings_from(text, start, needle, fuzzy):
    """Tell with how many characters in part the text takes up the needle, and where it has."""
    for size in range(1, min(len(needle), 6) + 1) if start < len(text) else ():
        piece, rest = needle[:size], needle[size:]
        part = taken(text[start], piece, not rest, fuzzy)
        if part is not None:
            if not rest.strip("' "):
                yield part, start + 1
            for further in {rest, rest.lstrip("' ")} - {""}:
                for parts, end in readings_from(text, start + 1, further, fuzzy):
                    yield part + parts, end


def sound_ends(text, start, needle, fuzzy):
    """Tell where the text from a place on has taken up the needle."""
    return {end for _, end in readings_from(text, start, needle, fuzzy)}


def needle_of(word):
    return "".join(map(spelled, word)).lstrip("' ")


def is_worth(word):
    letters = re.findall("[a-z]", needle_of(word))
    return len(letters) >= 3 or bool(letters and any(map(sounds, needle_of(word))))


def sound_spans(text, word, fuzzy):
    spans, at = [], 0
    while is_worth(word) and at < len(text):
        # The one with the fewest characters in part, and of these the shortest.
        _, end = min(readings_from(text, at, needle_of(word), fuzzy), default=(0, 0))
        if end:
            spans.append((at, end))
        at = end or at + 1
    return spans


def term_marks(term, text, fuzzy):
    """Return (start, end, sound) of all that a term marks in a text."""
    if term.is_regex:
        found = re.finditer(term.text, text, re.IGNORECASE | re.MULTILINE)
        return {(*match.span(), "") for match in found if match[0]}
    literal = literal_spans(text, term.text)
    taken = {place for span in literal for place in range(*span)}
    sound = "".join(map(folded, term.text))
    return {(*span, "") for span in literal} | {
        (*span, sound)
        for span in sound_spans(text, term.text, fuzzy)
        if taken.isdisjoint(range(*span))
    }


def is_unit(unit, wanted, fuzzy):
    if not unit:
        return False
    if "".join(map(folded, unit)) == "".join(map(folded, wanted)):
        return True
    return is_worth(wanted) and len(unit) in sound_ends(unit, 0, needle_of(wanted), fuzzy)


def is_in_range(metric, wanted):
    ends = [end for end in (metric.value, metric.low, metric.high) if end is not None]
    if not ends or wanted.unit not in ("", metric.unit):
        return False
    least, most = wanted.low, wanted.high
    least = ENDS[0] if least is None else least
    most = ENDS[1] if most is None else most
    if wanted.open:
        return max(ends) > least and min(ends) < most
    return max(min(ends), least) <= min(max(ends), most)


def meets(metric, condition, fuzzy):
    if isinstance(condition, Range):
        return is_in_range(metric, condition)
    if condition.field == "unit":
        return is_unit(metric.unit, condition.value, fuzzy)
    return condition.field == "is" or getattr(metric, condition.field) == condition.value


def answer(node, thing, fuzzy):
    """Return what a thing has that matches, (field, start, end, sound); None if it does not."""
    match node:
        case Term():
            marks = {
                (field, *mark)
                for field, text in thing.texts.items()
                for mark in term_marks(node, text, fuzzy)
            }
            return marks or None
        case Not():
            return set() if answer(node.node, thing, fuzzy) is None else None
        case Group():
            parts = [answer(each, thing, fuzzy) for each in node.nodes]
            there = [part for part in parts if part is not None]
            enough = len(there) == len(parts) if node.operator == "and" else there
            return set().union(*there) if enough else None
        case Scoped(field="title"):
            return of_title(node.node, thing, fuzzy)
        case Scoped(field="name"):
            return of_name(node.node, thing, fuzzy)
        case Condition(field="in"):
            path = thing.entry.path.split(".")
            wanted = node.value.split(".")
            return set() if path[: len(wanted)] == wanted else None
        case Condition() | Range():
            return {FIGURE} if thing.metric and meets(thing.metric, node, fuzzy) else None


def of_title(node, thing, fuzzy):
    titles = {field: text for field, text in thing.entry.fields.items() if field == "title"}
    found = answer(node, thing._replace(texts=titles), fuzzy)
    return set() if thing.metric and found is not None else found


def of_name(node, thing, fuzzy):
    if not thing.metric:
        return None
    found = answer(node, thing._replace(texts={"name": thing.metric.name}), fuzzy)
    return None if found is None else found | {FIGURE}


def in_text(thing, found):
    """Return what of a thing that matches is marked in the text."""
    if thing.metric is None:
        return found or {(field, 0, 0, "") for field in [*thing.entry.fields][:1]}
    where = place(thing.entry, thing.metric)
    if FIGURE not in found or where is None:
        return set()
    quoted = {mark[1:] for mark in found - {FIGURE} if mark[0] == "quote"}
    first = where.quote.start
    return {(where.figure.field, where.figure.start, where.figure.end, "")} | {
        (where.quote.field, first + start, first + end, sound) for start, end, sound in quoted
    }


def search(reports, tree, fuzzy=False):
    """Return the hits, and of each metric that matches what matches in it."""
    hits, metrics, entries, number = [], {}, 0, 0
    for report in reports:
        marks = set()
        for entry in outline(report):
            things = [Thing(entry, None, entry.fields)]
            for metric in entry.section.metrics:
                texts = {"name": metric.name, "quote": metric.quote, "unit": metric.unit}
                things.append(Thing(entry, metric, texts))
            for thing in things:
                found = answer(tree, thing, fuzzy)
                if thing.metric and found is not None:
                    metrics[number] = {mark[:3] for mark in found - {FIGURE}}
                number += thing.metric is not None
                marks |= (
                    {(entry.index, *m) for m in in_text(thing, found)}
                    if found is not None
                    else set()
                )
        hits += [Hit(index + entries, *rest) for index, *rest in in_reading_order(report, marks)]
        entries += len(outline(report))
    return hits, metrics


def in_reading_order(report, marks):
    fields = [[*entry.fields] for entry in outline(report)]
    ordered = sorted(
        marks,
        key=lambda mark: (mark[1] in CLOSING, mark[0], fields[mark[0]].index(mark[1]), *mark[2:]),
    )
    return list({mark[:4]: mark for mark in reversed(ordered)}.values())[::-1]
