"""What can be wrong with a query."""

from __future__ import annotations

from reporttui.words import N_

_QUOTES = N_("put it between quotes to look for these very characters")

PROBLEMS = {
    "query-expected-term": (
        N_("nothing stands here"),
        N_("expected a word"),
        N_("type one, or delete the sign before it"),
    ),
    "query-not-closed": (
        N_("this is not closed"),
        N_("expected {sign} behind it"),
        _QUOTES,
    ),
    "query-closed-too-often": (
        N_("this closes nothing"),
        N_("expected ( before it"),
        _QUOTES,
    ),
    "query-nothing-left-out": (
        N_("nothing stands behind the hyphen"),
        N_("expected what to leave out, as in -word"),
        _QUOTES,
    ),
    "query-too-deep": (
        N_("too many parentheses or hyphens in each other"),
        N_("expected 50 at most"),
        N_("delete some"),
    ),
    "query-empty-phrase": (
        N_("nothing stands between the quotes"),
        N_("expected a phrase"),
        N_("type one, or delete the quotes"),
    ),
    "query-empty-pattern": (
        N_("nothing stands between the slashes"),
        N_("expected a regular expression"),
        _QUOTES,
    ),
    "query-bad-pattern": (
        N_("this is no regular expression"),
        N_("expected one as in Python"),
        _QUOTES,
    ),
    "query-large-pattern": (
        N_("this regular expression is too large"),
        N_("expected fewer repeats, and no comments"),
        N_("make the repeats smaller"),
    ),
    "query-unknown-field": (
        N_('there is no field "{name}"'),
        N_("expected one of {allowed}"),
        _QUOTES,
    ),
    "query-unknown-field-nearest": (
        N_('there is no field "{name}"'),
        N_('did you mean "{nearest}"?'),
        _QUOTES,
    ),
    "query-field-without-value": (
        N_("the field has no value"),
        N_("expected one right behind it"),
        N_("Tab completes it"),
    ),
    "query-field-begun": (
        N_('nothing holds "{name}"'),
        N_("it begins the field {field}:"),
        N_("Tab completes it"),
    ),
    "query-short-word": (
        N_('nothing holds "{name}"'),
        N_("Pinyin takes three letters"),
        N_("go on typing"),
    ),
    "query-field-of-words": (
        N_("a field stands in a field"),
        N_("expected words"),
        N_("write one field after the other"),
    ),
    "query-bad-value": (
        N_('"{found}" is no number'),
        N_("expected one such as 20万 or 95%, or a range such as 10..50"),
        N_("mend the number"),
    ),
    "query-bad-path": (
        N_('"{found}" is no path of a section'),
        N_("expected one such as 1.4"),
        N_("see the paths in `reporttui outline`"),
    ),
    "query-unknown-value": (
        N_('"{name}" is no value of this field'),
        N_("expected one of {allowed}"),
        N_("choose one of these"),
    ),
    "query-unknown-value-nearest": (
        N_('"{name}" is no value of this field'),
        N_('did you mean "{nearest}"?'),
        N_("expected one of {allowed}"),
    ),
    "query-too-slow": (
        N_("this takes too long"),
        N_("expected a simpler regular expression"),
        N_("avoid repeats inside repeats"),
    ),
}
