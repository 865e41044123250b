"""What follows from text and figures together."""
