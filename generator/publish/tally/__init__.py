"""The corpus sorted for pages: who said what, of whom, on which day."""
