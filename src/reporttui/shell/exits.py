"""What the program's exit codes mean, and how a command ends early with one."""

from __future__ import annotations

FINE = 0
"""All went well, also where the reader of a pipe wanted no more."""

FAILED = 1
"""Nothing was found, a check failed, or some of many files could not be read."""

UNUSABLE = 2
"""Wrong use, unreadable input, or no room for the output."""

INTERRUPTED = 130
"""Ctrl-C: 128 + SIGINT, as POSIX shells count."""


class WrongUse(Exception):  # noqa: N818
    """The command line means nothing; the message, in the reader's language, says why."""


class Unusable(Exception):  # noqa: N818
    """The input cannot be used, and the reader has been told why."""
