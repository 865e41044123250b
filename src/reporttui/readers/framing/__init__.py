"""What stands around a report's text: metadata, title, signature, furniture."""
