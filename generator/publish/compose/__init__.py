"""Whole pages, one module for each kind."""
