"""The reading room for others: a kiosk behind an SSH server."""
