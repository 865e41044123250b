"""Many files → YAML of our own form, by all cores, so that it can be run again without harm."""
