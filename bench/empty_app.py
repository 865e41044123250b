"""The smallest Textual app: what the framework itself costs, to measure ours beside it."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class EmptyApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("empty")


if __name__ == "__main__":
    EmptyApp().run()
