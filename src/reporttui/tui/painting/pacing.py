"""How much of what was sent the terminal has not drawn yet.

A pseudo-terminal does not tell (Linux answers TIOCOUTQ with 0), and over SSH there are buffers
behind it. So the terminal itself is asked: it answers a request for the cursor's position (ECMA-48,
8.3.35, DSR) when it has drawn all that came before.
"""

from __future__ import annotations

from collections import deque

REQUEST = "\x1b[6n"

_WORTH_ASKING = 256
"""Bytes from which on a receipt is asked for: single lines and cursors go without."""

_MOST_UNDER_WAY = 1024
"""Bytes under way from which on painting waits: about a second on a line of 9,600 bit/s."""


class Pacer:
    """Counts bytes under way."""

    def __init__(self) -> None:
        self._unasked = 0
        self._asked: deque[int] = deque()
        self.is_answered = False
        """Whether the terminal has ever answered."""

    def sent(self, size: int) -> bool:
        """Take note that bytes are sent, and tell whether to ask for a receipt behind them."""
        self._unasked += size
        if self._unasked < _WORTH_ASKING:
            return False
        self._asked.append(self._unasked)
        self._unasked = 0
        return True

    def received(self) -> None:
        """Take note of the receipt for what was asked for first."""
        self.is_answered = True
        if self._asked:
            self._asked.popleft()

    @property
    def is_behind(self) -> bool:
        """Whether the terminal has enough to do."""
        return sum(self._asked) > _MOST_UNDER_WAY
