"""What stands in a paragraph of a DOCX: its runs, fields, tracked changes and references."""

from __future__ import annotations

import re

from reporttui.readers.docx.fields import DRAWN, Field
from reporttui.readers.docx.log import LINE_END, Aside
from reporttui.readers.docx.parts import damaged, value
from reporttui.readers.docx.styles import run_format

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeAlias
    from xml.etree.ElementTree import Element

    from reporttui.readers.docx.log import Log
    from reporttui.readers.docx.styles import Styles

    Piece: TypeAlias = tuple[str, bool]  # text and whether it is bold; LINE_END alone is a break

MOST_COMPARED = 10_000_000
"""The most elements that are looked at to choose among alternatives, nested ones each time."""

DELETED = "deleted by a tracked change"
GONE = ("del", "moveFrom")
_TEXTS = ("t", "m_t", "x_t")
_LINE_ENDS = re.compile(r"[\n\r\x85\u2028\u2029]+")


class Runs:
    """Reads the content of paragraphs.

    Attributes:
        asides: What the paragraphs since anchored, for the caller to take away.
        fields: The fields that are open.
    """

    def __init__(
        self, log: Log, styles: Styles, notes: dict[tuple[str, str], Element], with_fields: bool
    ) -> None:
        self.asides: list[Aside] = []
        self.fields: list[Field] = []
        self._log = log
        self._styles = styles
        self._notes = notes
        self._with_fields = with_fields
        self._comparing = MOST_COMPARED
        self._pieces: list[Piece] = []
        self._inherited: tuple[bool | None, bool | None] = (None, None)
        self._bold = False

    def read(
        self, elements: Iterable[Element], reason: str, inherited: tuple[bool | None, bool | None]
    ) -> list[Piece]:
        """Return the text of a paragraph's elements.

        Args:
            elements: The children of a w:p.
            reason: Why they are left out; empty where they are not.
            inherited: Whether the paragraph's style is bold, and hidden.
        """
        self._pieces, self._inherited, self._bold = [], inherited, bool(inherited[0])
        self._each(elements, reason)
        return self._pieces

    def chosen(self, alternatives: Element) -> tuple[Element, ...]:
        """Return the branch of an mc:AlternateContent that is read: the first one with text."""
        branches = list(alternatives)
        texts = [self._compared(branch) for branch in branches]
        best = next((text for text in texts if text), "")
        for text in texts:
            if text and text != best:
                self._log.leave("alternative content", text)
        return tuple(branches[texts.index(best)] if best else branches[-1]) if branches else ()

    def unused_notes(self) -> list[Element]:
        """Return the notes that nothing has referred to."""
        return list(self._notes.values())

    def _compared(self, branch: Element) -> str:
        elements = list(branch.iter())
        self._comparing -= len(elements)
        if self._comparing < 0:
            raise damaged("nested too deeply")
        return "".join(each.text or "" for each in elements if each.tag in _TEXTS)

    def _each(self, elements: Iterable[Element], reason: str) -> None:
        for element in elements:
            read = _READERS.get(element.tag)
            if read:
                read(self, element, reason)
            elif not element.tag.endswith("Pr"):
                self._each(element, reason)

    def _say(self, text: str, reason: str) -> None:
        reason = self._field_reason() or reason
        if reason:
            self._log.leave(reason, text)
        else:
            self._log.kept()
            self._pieces.append((text, self._bold))

    def _field_reason(self) -> str:
        return self.fields[-1].reason if self.fields else ""

    def _run(self, run: Element, reason: str) -> None:
        properties = run.find("rPr")
        outer = self._bold
        if properties is None:
            self._bold, hidden = map(bool, self._inherited)
        else:
            style = self._styles[value(properties.find("rStyle"))].format
            own, inherited = run_format(properties), self._inherited
            # Toggle properties (ECMA-376-1, 17.7.3): two styles that set one unset it together.
            self._bold = _toggled(own[0], style.bold, inherited[0])
            hidden = _toggled(own[1], style.hidden, inherited[1])
        self._each(run, reason or ("hidden text" if hidden else ""))
        self._bold = outer

    def _text(self, element: Element, reason: str) -> None:
        if element.text:
            self._say(_LINE_ENDS.sub(" ", element.text), reason)

    def _deleted_text(self, element: Element, reason: str) -> None:
        self._text(element, reason or DELETED)

    def _drawing_text(self, element: Element, reason: str) -> None:
        self._text(element, reason or "drawing")

    def _tab(self, element: Element, reason: str) -> None:
        self._say("\t", reason)

    def _break(self, element: Element, reason: str) -> None:
        self._say(LINE_END, reason)

    def _hyphen(self, element: Element, reason: str) -> None:
        self._say("-", reason)

    def _soft_hyphen(self, element: Element, reason: str) -> None:
        self._say("\u00ad", reason or "line-wrap hyphen")

    def _symbol(self, element: Element, reason: str) -> None:
        code = value(element, "char")
        char = chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else ""
        if (char.isprintable() and char) or "\ue000" <= char <= "\uf8ff":
            self._say(char, reason)
        else:
            self._log.doubt("symbol without a character", f"{value(element, 'font')} {code}")

    def _field_char(self, element: Element, reason: str) -> None:
        kind = value(element, "fldCharType") if self._with_fields else ""
        if kind == "begin":
            self.fields.append(Field(self._field_reason()))
        elif kind == "separate" and self.fields:
            self.fields[-1].separate()
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            if not (ended.separated or reason) and ended.name in DRAWN:
                self._log.doubt("field without text", "".join(ended.instruction).strip())

    def _instruction(self, element: Element, reason: str) -> None:
        if self.fields and not self.fields[-1].separated:
            self.fields[-1].instruction.append(element.text or "")

    def _simple_field(self, element: Element, reason: str) -> None:
        field = Field(self._field_reason())
        field.instruction.append(value(element, "instr"))
        field.separate()
        outer = len(self.fields)
        self.fields.append(field)
        self._each(element, reason)
        del self.fields[outer:]

    def _deletion(self, element: Element, reason: str) -> None:
        self._each(element, reason or DELETED)

    def _note(self, element: Element, reason: str) -> None:
        kind = element.tag.removesuffix("Reference")
        note = self._notes.pop((kind, value(element, "id")), None)
        if note is not None:
            self.asides.append(Aside(note, reason, f"{kind} placed"))

    def _alternatives(self, element: Element, reason: str) -> None:
        self._each(self.chosen(element), reason)

    def _box(self, element: Element, reason: str) -> None:
        self.asides.append(Aside(element, reason, "text box placed"))

    def _equation(self, element: Element, reason: str) -> None:
        before = len(self._pieces)
        self._each(element, reason)
        text = "".join(text for text, _ in self._pieces[before:])
        if text:
            self._log.doubt("equation", text)

    def _ruby(self, element: Element, reason: str) -> None:
        self._each(element, reason or "ruby")

    def _word_art(self, element: Element, reason: str) -> None:
        text = value(element, "string")
        for piece in (LINE_END, _LINE_ENDS.sub(" ", text), LINE_END):
            self._say(piece, reason)
        if text and not reason:
            self._log.doubt("word art", text)


_READERS: dict[str, Callable[[Runs, Element, str], None]] = {
    "r": Runs._run,
    "t": Runs._text,
    "m_t": Runs._text,
    "x_t": Runs._drawing_text,
    "delText": Runs._deleted_text,
    "tab": Runs._tab,
    "ptab": Runs._tab,
    "br": Runs._break,
    "cr": Runs._break,
    "noBreakHyphen": Runs._hyphen,
    "softHyphen": Runs._soft_hyphen,
    "sym": Runs._symbol,
    "fldChar": Runs._field_char,
    "instrText": Runs._instruction,
    "delInstrText": Runs._instruction,
    "fldSimple": Runs._simple_field,
    "del": Runs._deletion,
    "moveFrom": Runs._deletion,
    "footnoteReference": Runs._note,
    "endnoteReference": Runs._note,
    "mc_AlternateContent": Runs._alternatives,
    "txbxContent": Runs._box,
    "p": Runs._box,
    "tbl": Runs._box,
    "m_oMath": Runs._equation,
    "rt": Runs._ruby,
    "x_textpath": Runs._word_art,
}


def _toggled(own: bool | None, *styles: bool | None) -> bool:
    return sum(map(bool, styles)) % 2 == 1 if own is None else own
