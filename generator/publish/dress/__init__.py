"""From a page and its view to text: the theme."""
