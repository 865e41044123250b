"""Small reports by chance, and queries with the trees that they mean."""

import re
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from reporttui.report.model import BOUNDS, FORMAT, KINDS, Metric, Report, Section
from reporttui.search.tree import Condition, Not, Range, Scoped, Term, group

WORDS = ("行政", "复议", "復議", "西安", "先", "重庆", "ＡＩ", "ai", "H5", "㎡", "知识", "略")
CLAUSES = (*WORDS, "行政复议", "复议案件", "“一庭”", "2024年", "xzfy", "aaa", "，", " ", "\n")
UNITS = ("件", "件次", "人次", "㎡", "m", "%", "元", "")


class Author:
    """Writes small reports by chance."""

    def __init__(self, seed):
        self.random = Random(seed)

    def text(self, most=5):
        count = self.random.randint(0, most)
        return "".join(self.random.choice(CLAUSES) for _ in range(count)).strip()

    def figure(self):
        unit = self.random.choice(UNITS)
        bound = self.random.choice(["", "", "超", "约"])
        return f"{self.random.choice(WORDS)}{bound}{self.random.randint(0, 12)}{unit}"

    def metric(self, quotes):
        quote = self.random.choice(quotes)
        number = Decimal(re.findall(r"\d+", quote)[-1])
        ends = [{"value": number}, {"value": number}, {"low": number, "high": number + 3}, {}]
        return Metric(
            self.random.choice([*WORDS, self.text(2) or "案件", "行政复议"]),
            **self.random.choice(ends),
            unit=self.random.choice(UNITS),
            bound=self.random.choice(BOUNDS),
            kind=self.random.choice(KINDS),
            quote=self.random.choice([quote, quote, "9件"]),
        )

    def body(self):
        quotes = [self.figure() for _ in range(self.random.randint(1, 2))]
        title, text = self.text(2), self.text() + "。".join(quotes) + self.text(2)
        metrics = [self.metric(quotes) for _ in range(self.random.randint(0, 2))]
        return title, self.random.choice([text, text, ""]), tuple(metrics)

    def section(self, depth=0):
        title, text, metrics = self.body()
        below = range(self.random.randint(0, 2 - depth))
        sections = tuple(self.section(depth + 1) for _ in below)
        return Section("一、", title, text=text, metrics=metrics, sections=sections)

    def report(self):
        title, opening, metrics = self.body()
        return Report(
            FORMAT,
            "a",
            title or "报告",
            opening=opening,
            metrics=metrics,
            sections=tuple(self.section() for _ in range(self.random.randint(0, 3))),
            signed=self.text(2),
        )


def written(seed):
    return Author(seed).report()


reports = st.integers(0, 2**32).map(written)


# Queries: each strategy gives what is typed, and the tree that it means.


def either(*ways):
    return st.sampled_from(ways)


@st.composite
def words(draw):
    text = draw(
        st.sampled_from([*WORDS, "xzfy", "fuyi", "xian", "行z", "zq", "m2", "a", "aa", "’"])
    )
    before, behind = draw(either(("", ""), ("", ""), '""', "“”", "「」", "＂＂"))
    return f"{before}{text}{behind}", Term(text)


@st.composite
def patterns(draw):
    text = draw(
        either(r"\d+件", "行.", "^.", ".$", "[a-z]+", r"[\s\S]+", "(行政|复议)+", "x*", "件次?")
    )
    sign = draw(either("/", "／"))
    return f"{sign}{text}{sign}", Term(text, is_regex=True)


NAMES = {
    "unit": ("unit", "单位", "UNIT", "單位"),
    "value": ("value", "数值"),
    "kind": ("kind", "类型"),
    "bound": ("bound", "界限"),
    "in": ("in", "章节"),
    "title": ("title", "标题", "標題"),
    "name": ("name", "名称"),
    "is": ("is", "是"),
}
VALUES = {
    "unit": {unit: (unit, f'"{unit}"') for unit in UNITS if unit}
    | {"jian": ("jian",), "renci": ("renci",), "Ｍ": ("Ｍ",), "m2": ("m2",), "jianc": ("jianc",)},
    "kind": {"count": ("count", "计数", "数量"), "ratio": ("ratio", "比率"), "rank": ("RANK",)},
    "bound": {"over": ("over", "超", "逾"), "about": ("about", "约"), "exact": ("exact", "确数")},
    "in": {"0": ("0", "０"), "1": ("1", "１"), "1.1": ("1.1", "１．１"), "2": ("2",)},
    "is": {"metric": ("metric", "指标")},
}


@st.composite
def conditions(draw):
    field = draw(st.sampled_from([*VALUES]))
    value = draw(st.sampled_from([*VALUES[field]]))
    name, typed = draw(st.sampled_from(NAMES[field])), draw(st.sampled_from(VALUES[field][value]))
    return f"{name}{draw(either(':', '：', ': ', ' : '))}{typed}", Condition(field, value)


@st.composite
def ranges(draw):
    low, more = draw(st.integers(0, 12)), draw(st.integers(0, 4))
    unit = draw(either("", "", "件", "%"))
    high, low = Decimal(low + more), Decimal(low)
    typed, node = draw(
        either(
            (f":{low}{unit}", Range(low, low, unit=unit)),
            (f"：{low}..{high}{unit}", Range(low, high, unit=unit)),
            (f"={low}-{high}{unit}", Range(low, high, unit=unit)),
            (f">{low}{unit}", Range(low, None, True, unit)),
            (f"＞＝{low}{unit}", Range(low, None, False, unit)),
            (f"≤ {high}{unit}", Range(None, high, False, unit)),
            (f"<{high}{unit}", Range(None, high, True, unit)),
        )
    )
    return draw(st.sampled_from(NAMES["value"])) + typed, node


def negated(query):
    source, node = query
    return st.sampled_from("-－−").map(lambda sign: (sign + source, Not(node)))


@st.composite
def grouped(draw, parts):
    parts = draw(st.lists(parts, min_size=2, max_size=3))
    nodes = [node for _, node in parts]
    operator = draw(either("and", "or"))
    between = " " if operator == "and" else draw(either(" | ", "｜", "|"))
    before, behind = draw(either("()", "（）"))
    return f"{before}{between.join(source for source, _ in parts)}{behind}", group(operator, nodes)


def composed(leaves):
    return st.recursive(
        leaves, lambda parts: st.one_of(parts.flatmap(negated), grouped(parts)), max_leaves=4
    )


plain = st.one_of(words(), words(), patterns())


@st.composite
def scoped(draw):
    field = draw(either("title", "name"))
    source, node = draw(composed(plain))
    name, colon = draw(st.sampled_from(NAMES[field])), draw(either(":", "："))
    return f"{name}{colon}{source}", Scoped(field, node)


queries = composed(st.one_of(plain, plain, conditions(), ranges(), scoped()))


@st.composite
def joined(draw):
    """All of some, or one of such: the only place where a bar stands outside parentheses."""
    rows = draw(st.lists(st.lists(queries, min_size=1, max_size=2), min_size=1, max_size=2))
    source = "｜".join(" ".join(source for source, _ in row) for row in rows)
    nodes = [group("and", [node for _, node in row]) for row in rows]
    return source, group("or", nodes)
