"""What the user and the machine have set: folders, language, configuration, kept state."""
