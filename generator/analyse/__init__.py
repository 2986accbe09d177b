"""What one article says: who said what, of whom, on which day. Pure functions of a clean text."""

from generator.engine.compiled import compiled_part

__path__[:0] = compiled_part(__name__)
