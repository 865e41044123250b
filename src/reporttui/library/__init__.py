"""What a REPORT argument means, and how the reader wants to be shown a report."""
