"""The query language as help tells it: what can be typed, and what it finds."""

from __future__ import annotations

from reporttui.words import N_

SYNTAX = (
    ("行政 复议", N_("sections and metrics that hold both words")),
    ("xzfy  行政fy", N_("行政复议 by Pinyin: syllables, initials, and characters mixed")),
    ("xi'an", N_("an apostrophe where syllables meet, if that is in doubt")),
    ('"法治 政府"', N_("a phrase, with its spaces")),
    ("-培训", N_("what does not hold the word")),
    ("复议 | 诉讼", N_("one or the other; ( ) group")),
    ("/\\d+件/", N_("a regular expression, as printed")),
    ("unit:件  单位:(件 | 人次)", N_("metrics of a unit; every field has a Chinese name too")),
    ("value>=20万  数值:10..50", N_("metrics by value: > >= < <= = and ranges")),
    ("kind:ratio  类型:比率", N_("metrics by kind: count, amount, ratio, change, rank, duration")),
    ("bound:over  界限:超", N_("metrics by bound: exact, over, under, about, at_least, at_most")),
    ("name:复议  名称:复议", N_("metrics by name")),
    ("is:metric -unit:件  是:指标", N_("metrics only; here those of other units")),
    ("in:1.4  章节:1.4", N_("a section and all below it")),
    ("title:复议  标题:复议", N_("titles of sections only")),
)
"""What is typed, and what it finds; every sentence for `words._`."""
