"""Screens that lie over the reading room: help and palette."""
