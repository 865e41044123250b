"""DOCX: the parts of a zip file → paragraphs with their printed numbers."""
