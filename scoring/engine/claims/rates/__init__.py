"""Rates of a whole: shares, completion and execution of budgets, other quotients."""
