"""What a report is: its values, its YAML form, its outline and its prose."""
