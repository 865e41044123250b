"""Reports of every sort, for the properties of this folder."""

from decimal import Decimal

from hypothesis import strategies as st

from reporttui.report.model import BOUNDS, FORMAT, KINDS, Metric, Report, Section

# fmt: off
HOSTILE = [
    "\0", "\x07", "\x1b[31m", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\ufeff", "\uffff",
    "\u202e", "\u200b", "𠀀", "😀", "\u3000", "\xa0", "\t", "  ", " ", "\r", "\\", '"', "'",
    "#", " #", "# ", ":", ": ", "- ", "? ", "---", "...", "|", ">", "%", "@", "`", "&a", "*a",
    "!x", "<<", "{", "}", "[", "]", ", ", "=", "~", "null", "no", "yes", "true", "y", "on",
    "010", "1:30", "0x1F", "1_0", "1e3", ".inf", "2025-01-21", "12", "1.", "-", "+1", "[b]",
    "一、", "(一)", "鲤城", "“", "”", "《", "》", "2024年", "95.20%",
]
# fmt: on
CHARACTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=3)
PARTS = st.lists(st.sampled_from(HOSTILE) | CHARACTERS, min_size=1, max_size=5)

LINES = PARTS.map(lambda parts: "".join(parts).replace("\n", "") or "甲")
TEXTS = st.lists(LINES | st.just(""), min_size=1, max_size=4).map("\n".join)
VALUES = st.decimals(-(10**15), 10**15, places=2) | st.integers(-(10**12), 10**12).map(Decimal)


class Pool:
    """Words and numbers to fill fields with, drawn once a report: a draw a field is slow."""

    def __init__(self, draw):
        self.random = draw(st.randoms(use_true_random=False))
        self.lines = [line for line in draw(st.lists(LINES, min_size=2, max_size=6)) if _full(line)]
        self.texts = [
            text.rstrip("\n") for text in draw(st.lists(TEXTS, max_size=3)) if _full(text)
        ]
        self.values = draw(st.lists(VALUES, min_size=2, max_size=4))

    def line(self):
        return self.random.choice([*self.lines, "甲"])

    def maybe(self, words):
        return self.random.choice([*words, ""])

    def choice(self, among):
        return self.random.choice(among)


def _full(text):
    return text.strip() != ""


def metric(pool):
    low, high = sorted(pool.values[:2])
    ends = pool.choice([{"value": low}, {"low": low}, {"high": high}, {"low": low, "high": high}])
    return Metric(
        name=pool.line(),
        **ends,
        bound=pool.choice(BOUNDS),
        unit=pool.maybe(pool.lines),
        kind=pool.choice(KINDS),
        period=pool.maybe(pool.lines),
        quote=pool.line(),
        at=pool.choice([None, 1, 2]),
        part_of=pool.maybe(pool.lines),
    )


def several(make, pool):
    return tuple(make(pool) for _ in range(pool.choice([0, 0, 1, 2])))


def section(pool):
    found = Section(
        number=pool.maybe(pool.lines),
        title=pool.maybe(pool.lines),
        run_in=pool.choice([True, False]),
        text=pool.maybe(pool.texts),
        metrics=several(metric, pool),
        sections=several(section, pool),
    )
    return found if found[:2] != ("", "") else found._replace(title=pool.line())


@st.composite
def reports(draw):
    pool = Pool(draw)
    day = str(draw(st.dates()))
    line = [pool.maybe(pool.lines) for _ in range(8)]
    return Report(
        format=FORMAT,
        id=pool.choice(["a", "licheng-2024", "x1-y2"]),
        title=pool.line(),
        issuer=line[0],
        year=pool.choice([None, 1, 2024]),
        document_number=line[1],
        index_number=line[2],
        dated=pool.choice([day, ""]),
        published=pool.choice([day, day + "T11:23", ""]),
        source=line[3],
        addressee=line[4],
        opening=pool.maybe(pool.texts),
        metrics=several(metric, pool),
        sections=several(section, pool),
        signed=line[5],
        signed_date=line[6],
        disclosure=line[7],
    )
