"""What one article says: who said what, of whom, on which day. Pure functions of a clean text."""
