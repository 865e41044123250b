"""What was chosen on the command line or in the configuration, for whoever shows a report."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


class Options(NamedTuple):
    """How the reader wants to be shown a report.

    Attributes:
        lang: The language to speak, `en` or `zh`.
        theme: The colours, one of `settings.config.THEMES`; None where nothing was chosen.
        ambiguous_width: Cells of an East Asian Ambiguous character, 1 or 2.
        mouse: Whether the mouse is listened to.
        fuzzy_pinyin: Whether sounds that are easily confused are the same in Pinyin.
        lean: Whether to send as little as a slow line needs, as over SSH.
        kiosk: Whether strangers read: nothing is kept, and there is no way to the shell.
        keys: The keymap: id of a command → its keys, in place of those that it has by itself.
    """

    lang: str
    theme: str | None = None
    ambiguous_width: int = 1
    mouse: bool = True
    fuzzy_pinyin: bool = False
    lean: bool = False
    kiosk: bool = False
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
