"""The values that a report is made of: frozen, typed, and the source of the JSON Schema.

Named tuples and not data classes, because every shell command pays for the import.
Each field carries a `Rule`: how it is written in YAML and what it means. The strict reader
(`report.building`), the schema (`report.schema`) and the writer follow from these alone.
"""

from decimal import Decimal
from typing import Annotated, Literal, NamedTuple, get_args

FORMAT = 1
"""The version of the YAML form that this program reads and writes."""

Bound = Literal["exact", "over", "under", "about", "at_least", "at_most"]
Kind = Literal["count", "amount", "ratio", "change", "rank", "duration"]
Form = Literal[
    "format",
    "id",
    "label",
    "line",
    "text",
    "integer",
    "decimal",
    "boolean",
    "date",
    "datetime",
    "choice",
    "metrics",
    "sections",
]

BOUNDS: tuple[str, ...] = get_args(Bound)
KINDS: tuple[str, ...] = get_args(Kind)


class Rule(NamedTuple):
    """How a field is written in YAML."""

    form: Form
    doc: str
    choices: tuple[str, ...] = ()
    required: bool = False


class Metric(NamedTuple):
    """A figure with a name."""

    name: Annotated[str, Rule("line", "What is counted, readable alone in a table.", required=True)]
    value: Annotated[
        Decimal | None, Rule("decimal", "The value in full: 1150000 for 115万余元.")
    ] = None
    low: Annotated[Decimal | None, Rule("decimal", "The lower end of a range.")] = None
    high: Annotated[Decimal | None, Rule("decimal", "The upper end of a range.")] = None
    bound: Annotated[
        Bound, Rule("choice", "Whether the value is exact, or a limit that it lies near.", BOUNDS)
    ] = "exact"
    unit: Annotated[str, Rule("line", "The unit without its multiplier: 元, 件, %.")] = ""
    kind: Annotated[Kind, Rule("choice", "What sort of quantity it is.", KINDS)] = "count"
    period: Annotated[str, Rule("line", "The time that the figure is about, as printed.")] = ""
    quote: Annotated[
        str,
        Rule("line", "The words of the section's title or text that say it.", required=True),
    ] = ""
    at: Annotated[
        int | None,
        Rule("integer", "Which occurrence of the quote is meant, where there are several."),
    ] = None
    part_of: Annotated[str, Rule("line", "The name of the metric that this one is a part of.")] = ""


class Section(NamedTuple):
    """A node of the outline with its own text and what stands below it."""

    number: Annotated[
        str, Rule("label", "The number as printed, with its sign: (一), 1., 一是.")
    ] = ""
    title: Annotated[
        str,
        Rule(
            "line",
            "The heading. One that ends with punctuation runs into the first paragraph.",
        ),
    ] = ""
    run_in: Annotated[
        bool, Rule("boolean", "Whether it stands in the paragraph before it, as a run-in list.")
    ] = False
    text: Annotated[str, Rule("text", "Its own paragraphs, a line each.")] = ""
    metrics: Annotated[
        tuple[Metric, ...], Rule("metrics", "Figures of this section's title and text.")
    ] = ()
    # A named tuple cannot name itself in an annotation that is evaluated at once.
    sections: Annotated[tuple["Section", ...], Rule("sections", "The sections below it.")] = ()


class Report(NamedTuple):
    """A whole document."""

    format: Annotated[int, Rule("format", "The version of this form.", required=True)]
    id: Annotated[
        str, Rule("id", "Lower-case letters, digits and hyphens: licheng-2024.", required=True)
    ]
    title: Annotated[str, Rule("line", "The title as printed.", required=True)]
    issuer: Annotated[str, Rule("line", "Who issued it.")] = ""
    year: Annotated[int | None, Rule("integer", "The year that it reports on.")] = None
    document_number: Annotated[str, Rule("line", "The document number (文号).")] = ""
    index_number: Annotated[str, Rule("line", "The index number (索引号).")] = ""
    dated: Annotated[str, Rule("date", "The day on which it was written.")] = ""
    published: Annotated[str, Rule("datetime", "The day, or minute, of publication.")] = ""
    source: Annotated[str, Rule("line", "The source that the publisher names.")] = ""
    subtitle: Annotated[
        str, Rule("text", "The lines below the title: the occasion, the day, the speaker.")
    ] = ""
    addressee: Annotated[str, Rule("line", "Whom it addresses, with its colon.")] = ""
    opening: Annotated[str, Rule("text", "The paragraphs before the first section.")] = ""
    metrics: Annotated[tuple[Metric, ...], Rule("metrics", "Figures of the opening.")] = ()
    sections: Annotated[tuple[Section, ...], Rule("sections", "The outline.")] = ()
    signed: Annotated[str, Rule("line", "The signature.")] = ""
    signed_date: Annotated[str, Rule("line", "The date below the signature, as printed.")] = ""
    disclosure: Annotated[str, Rule("line", "The note on disclosure, as printed.")] = ""


class Span(NamedTuple):
    """A place in the text: code points `start` to `end` of a field."""

    field: str
    start: int
    end: int


class Problem(NamedTuple):
    """Something wrong, as a code with values; the sentence is made in `words.problems`.

    Attributes:
        code: Key into `words.problems.PROBLEMS`.
        values: What the sentence names.
        line: 1-based; 0 where no line is meant.
        column: 1-based, in code points; 0 where no column is meant.
    """

    code: str
    values: dict[str, object]
    line: int = 0
    column: int = 0


class BadReport(Exception):  # noqa: N818
    """A report that cannot be used, with everything that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0].code)
        self.problems = problems


def rules(of: type[Report] | type[Section] | type[Metric]) -> dict[str, Rule]:
    """Return each field's rule, in the order in which the fields are written."""
    return {name: hint.__metadata__[0] for name, hint in of.__annotations__.items()}


def required(of: type[Report] | type[Section] | type[Metric]) -> list[str]:
    """Return the fields that must be written."""
    return [name for name, rule in rules(of).items() if rule.required]
