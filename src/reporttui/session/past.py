"""The queries of before, oldest first, kept from one run to the next."""

from __future__ import annotations

from reporttui.settings import state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

_MOST = 100


class Past:
    """Queries that a reader has used, and which of them they have gone back to."""

    def __init__(self, path: Path | None) -> None:
        """Keep queries in a file; in memory only, without one. It is read when first needed."""
        self._path = path
        self._queries: list[str] | None = None
        self._back = 0
        self._typed = ""

    def _read(self) -> list[str]:
        kept = state.load(self._path).get("queries") if self._path else None
        texts = kept if isinstance(kept, list) else self._queries or []
        return [text for text in texts if isinstance(text, str)][-_MOST:]

    def add(self, query: str) -> None:
        """Note that a query was used; what another program noted in the meantime stays."""
        self._back = 0
        self._queries = [*(each for each in self._read() if each != query), query][-_MOST:]
        if self._path and not state.save(self._path, {"queries": self._queries}):
            self._path = None

    def step(self, step: int, typed: str) -> str:
        """Go to an older (1) or a newer (-1) query.

        Args:
            step: Where to go.
            typed: What stands in the line now; it comes back behind the newest one.

        Returns:
            The query there, at either end the last one that there is.
        """
        if self._queries is None or self._back == 0:
            self._queries = self._read()
            self._typed = typed
        self._back = max(0, min(self._back + step, len(self._queries)))
        return self._queries[-self._back] if self._back else self._typed

    @property
    def is_newest(self) -> bool:
        """Whether what is typed is newer than all that was used."""
        return self._back == 0

    def leave(self) -> None:
        """Begin at the newest one again."""
        self._back = 0
