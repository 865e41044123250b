"""HTML: one page for any browser, with nothing in it that comes from elsewhere.

The text, the outline and the table are there without JavaScript; a small script lets the table
be sorted and filtered. The page forbids itself every other script, and every address.
"""

from __future__ import annotations

from reporttui.words import language
from reporttui.writers.html.links import Links
from reporttui.writers.html.markup import safe
from reporttui.writers.html.outline import navigation
from reporttui.writers.html.prose import Prose
from reporttui.writers.html.table import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.writers.formats import Options
    from reporttui.writers.view import View


def write(view: View, _options: Options) -> bytes:
    """Return the page of what is in view."""
    from string import Template

    style, script = _file("page.css"), _file("page.js")
    links = Links(view)
    prose = Prose(view, links)
    return (
        Template(_file("page.html"))
        .substitute(
            lang="zh-CN" if language() == "zh" else "en",
            style_hash=_hash(style),
            script_hash=_hash(script),
            title=safe(view.report.title),
            style=style,
            script=script,
            front=prose.front(),
            outline=navigation(view),
            text=prose.text(),
            metrics=table(view, links),
        )
        .encode()
    )


def _file(name: str) -> str:
    with open(f"{__path__[0]}/{name}", encoding="utf-8") as stream:  # noqa: PTH123
        return stream.read()


def _hash(text: str) -> str:
    """Return what allows an inline script or style, by Content Security Policy Level 3."""
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
