"""How citations are written, a module a style."""
