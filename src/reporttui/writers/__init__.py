"""A report, a part of it, or some of its metrics → the bytes of a file, one module a format."""
