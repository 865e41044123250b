"""Characters: decoding, folding, cell width, line breaking, making text safe for a terminal."""
