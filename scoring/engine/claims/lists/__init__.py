"""Totals of parts that running text lists."""
