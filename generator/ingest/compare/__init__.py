"""Savings and reports held against each other: what recurs, what is one report, what changed."""
