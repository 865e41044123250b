"""The screen: panes that show what the session holds and tell it what the reader did."""
