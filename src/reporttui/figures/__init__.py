"""Prose → figures: numerals, units, bounds, and whether a quote says a value."""
