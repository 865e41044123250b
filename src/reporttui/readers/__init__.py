"""A file of any kind → a report: one reader a format, one outline builder for all."""
