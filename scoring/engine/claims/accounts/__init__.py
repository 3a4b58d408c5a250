"""Accounts that close: income, spending and what is left."""
