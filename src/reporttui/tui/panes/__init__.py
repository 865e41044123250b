"""The three panes of the reading room and the light base that they stand on."""
