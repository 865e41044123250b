"""HTML as saved from a portal: where the article is, and its blocks as paragraphs."""
