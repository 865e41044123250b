"""The reading room for Chinese government annual reports, in a terminal."""

__version__ = "0.1.0"
