"""Why something is no part of a report, or is doubtful in it: for `import --report`."""

from __future__ import annotations

from reporttui.words import N_, _

FIELDS = {
    "title": N_("title"),
    "issuer": N_("issuer"),
    "document_number": N_("document number"),
    "index_number": N_("index number"),
    "dated": N_("date of writing"),
    "published": N_("publication"),
    "source": N_("source"),
    "subtitle": N_("subtitle"),
    "addressee": N_("addressee"),
    "signed": N_("signature"),
    "signed_date": N_("date of the signature"),
    "disclosure": N_("note on disclosure"),
}
"""What a field of a report is called."""

LEFT_OUT = (
    N_("above the title"),
    N_("alternative content"),
    N_("attachment"),
    N_("below the signature"),
    N_("chart"),
    N_("comment"),
    N_("deleted by a tracked change"),
    N_("diagram"),
    N_("drawing"),
    N_("embedded document"),
    N_("field code"),
    N_("footer"),
    N_("front matter"),
    N_("hidden text"),
    N_("image"),
    N_("imprint"),
    N_("invisible characters"),
    N_("line-wrap hyphen"),
    N_("link target"),
    N_("list mark"),
    N_("markup"),
    N_("metadata that no field stands for"),
    N_("navigation"),
    N_("newspaper jump"),
    N_("no character"),
    N_("outside the article"),
    N_("outside the page"),
    N_("page mark"),
    N_("page number"),
    N_("printed twice"),
    N_("related links"),
    N_("rotated text"),
    N_("ruby"),
    N_("running footer"),
    N_("running header"),
    N_("site clock"),
    N_("table of contents"),
    N_("table rule"),
    N_("title repeated"),
    N_("unused note"),
    N_("widget"),
)
"""Why something is in a file and not in its report."""

DOUBTS = (
    N_("article guessed"),
    N_("body on one line"),
    N_("bytes that are no character"),
    N_("characters lost"),
    N_("damaged page"),
    N_("endnote placed"),
    N_("equation"),
    N_("field without end"),
    N_("field without text"),
    N_("footnote placed"),
    N_("foreign words"),
    N_("form of number"),
    N_("heading and text run together"),
    N_("heading without a number"),
    N_("label without a value"),
    N_("lines joined"),
    N_("more of this sort"),
    N_("no outline"),
    N_("no title"),
    N_("number of a level never used"),
    N_("number over several lines"),
    N_("number repeated"),
    N_("number skipped"),
    N_("number without text"),
    N_("numbering begins anew"),
    N_("outline begins below its highest level"),
    N_("page without text"),
    N_("paragraph joined"),
    N_("private-use character"),
    N_("radicals"),
    N_("struck out"),
    N_("symbol without a character"),
    N_("table by position"),
    N_("text box placed"),
    N_("text without glyphs"),
    N_("title over several lines"),
    N_("word art"),
)
"""Why something in a report may be read otherwise."""


def said(reason: str) -> str:
    """Say a reason, or the fields whose values a line holds, in the language in use."""
    names = reason.split(", ")
    if all(name in FIELDS for name in names):
        return _(", ").join(_(FIELDS[name]) for name in names)
    return _(reason)
