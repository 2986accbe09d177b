"""The language in which the site speaks."""
