"""What one article says: who said what, of whom, on which day. Pure functions of a clean text."""

from generator.analyse.compilation import compiled_room

__path__[:0] = compiled_room()
