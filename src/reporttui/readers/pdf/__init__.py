"""PDF: characters at places of pages → lines → paragraphs."""
