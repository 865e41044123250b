"""The reading session: open report, place, query, scope, order. Knows no screen."""
