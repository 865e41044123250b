"""Markdown: its blocks as paragraphs, without their marks."""
