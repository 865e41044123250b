"""Frames → the fewest bytes that a terminal needs to show them."""
