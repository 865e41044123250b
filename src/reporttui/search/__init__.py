"""Query → hits with spans."""
