"""Paragraphs → the outline: the one builder for all formats."""
